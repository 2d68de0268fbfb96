// SPDX-License-Identifier: GPL-3.0-or-later
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

/// Bytes that begin like a PDF and are none.
const damaged = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${'no page here '.repeat(40)}`) };
const pasted = 'Ines Okafor\nRegistered nurse\n\nSkills\nWound care, Spanish\n';

journey('a résumé that was changed elsewhere meanwhile is not overwritten by its name or its text', { allow: [/412 \(Precondition Failed\)/] }, async ({ page, register, api, look }) => {
  await register();
  const resume = await api('POST', '/api/resumes', { name: 'Nursing', text: pasted });
  await page.goto('/resumes');
  await page.getByRole('button', { name: 'Actions for Nursing' }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  const rename = page.getByRole('dialog', { name: 'Rename the résumé' });
  await rename.getByRole('textbox', { name: 'Name' }).fill('Nursing, short');
  await api('PATCH', `/api/resumes/${resume.id}`, { name: 'Nursing 2027' }, { 'If-Match': '*' });
  await page.getByRole('link', { name: 'Nursing 2027', includeHidden: true }).waitFor({ state: 'attached' });
  await rename.getByRole('button', { name: 'Save' }).click();
  const alert = rename.getByRole('alert', { name: 'This was changed elsewhere meanwhile' });
  await alert.getByText('Nursing 2027').waitFor();
  await look('resume-rename-conflict');
  await rename.getByRole('button', { name: 'Save' }).click();
  await rename.waitFor({ state: 'detached' });
  await until(async () => (await api('GET', `/api/resumes/${resume.id}`)).name, 'Nursing, short', 'the name');

  await page.getByLabel('Upload a résumé').setInputFiles(damaged);
  await page.getByRole('button', { name: 'Paste its text' }).click();
  const paste = page.getByRole('dialog', { name: /scan\.pdf/ });
  await paste.getByLabel('Text of the résumé').fill(`${pasted}Triage\n`);
  const { items } = await api('GET', '/api/backend/resumes');
  const scan = items.find(({ state }) => state === 'failed');
  await api('PUT', `/api/resumes/${scan.id}/text`, { text: pasted }, { 'If-Match': '*' });
  await paste.getByText('What you paste here replaces its text.').waitFor();
  await paste.getByRole('button', { name: 'Read it' }).click();
  await paste.getByRole('alert', { name: 'This was changed elsewhere meanwhile' }).waitFor();
  await look('resume-paste-conflict');
  await paste.getByRole('button', { name: 'Read it' }).click();
  await paste.waitFor({ state: 'detached' });
});
