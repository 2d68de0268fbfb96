// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { sampleFile, sampleText } from '../material.mjs';
import { until } from '../until.mjs';

/// Bytes that begin like a PDF and are none.
const damaged = { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${'no page here '.repeat(40)}`) };

journey('a résumé is uploaded, read, corrected, and the correction stays', async ({ page, register, api, look }) => {
  await register();
  await page.goto('/resumes');
  await page.getByRole('heading', { name: 'Bring your résumé' }).waitFor();
  await look('resumes-empty');

  await page.getByLabel('Upload a résumé').setInputFiles(sampleFile('resume-backend.pdf'));
  await page.getByRole('link', { name: /^\d+ skills$/ }).waitFor();
  await page.getByRole('link', { name: 'resume-backend.pdf' }).click();
  await page.getByRole('heading', { name: 'In short' }).waitFor();
  const skills = page.getByRole('list', { name: 'Skills' });
  await skills.getByRole('button', { name: /^PostgreSQL/ }).waitFor();

  // A word of the text opens its skill, with level, reasons and place.
  await page.getByRole('button', { name: 'PostgreSQL: PostgreSQL, Counted' }).first().click();
  const row = skills.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^PostgreSQL/ }) }).first();
  await row.getByText('About 4 years in dated roles that show it.').waitFor();
  await row.getByText('100% sure').waitFor();
  await look('resume');

  await row.getByRole('button', { name: 'Correct' }).click();
  await row.getByRole('slider', { name: 'Level' }).fill('6');
  await row.getByRole('button', { name: 'Keep' }).click();
  await row.getByText('Yours').first().waitFor();
  await row.getByRole('img', { name: 'Level 6 of 7' }).waitFor();
  await until(async () => (await api('GET', '/api/corrections')).items.length, 1, 'the number of corrections');
  await page.reload();
  await row.getByRole('img', { name: 'Level 6 of 7' }).waitFor();

  // What the text denies is not counted, and shown as such.
  await page.getByRole('button', { name: 'Kubernetes: Kubernetes, Says no' }).waitFor();
  assert.equal(await skills.getByRole('button', { name: /^Kubernetes/ }).count(), 0);

  // Taken back, it is as it was read.
  await row.getByRole('button', { name: /^PostgreSQL/ }).click();
  await row.getByRole('button', { name: 'Take back' }).click();
  await row.getByRole('img', { name: 'Level 4.3 of 7' }).waitFor();
});

journey('keyboard only: a skill is added and another taken out', async ({ page, register, api }) => {
  await register();
  const made = await api('POST', '/api/resumes', { name: 'Short version', text: 'Ines Okafor\nRegistered nurse\n\nSkills\nWound care, Spanish (B2), Microsoft Excel\n' });
  await page.goto(`/resume?id=${made.id}`);
  const add = page.getByRole('button', { name: 'Add a skill' });
  await add.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'Add a skill' }).waitFor();
  await page.keyboard.type('terrafrm');
  await page.getByRole('option', { name: /^Terraform Tool/ }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('slider', { name: 'Level' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const skills = page.getByRole('list', { name: 'Skills' });
  await skills.getByRole('button', { name: /^Terraform Yours/ }).waitFor();

  const spanish = skills.getByRole('button', { name: /^Spanish/ });
  await spanish.focus();
  await page.keyboard.press('Enter');
  for (const name of ['Correct', 'I do not have this']) {
    await page.getByRole('button', { name }).focus();
    await page.keyboard.press('Enter');
  }
  await page.getByRole('heading', { name: 'Taken out by you' }).waitFor();
  await spanish.waitFor({ state: 'detached' });

  // Arrows go from mention to mention.
  await page.getByRole('button', { name: /^Registered nurse: / }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.getByText('Where it says so').waitFor();
});

journey('a file that cannot be read says why; its text is pasted', { allow: [/415 \(Unsupported Media Type\)/] }, async ({ page, register, api, look }) => {
  await register();
  await page.goto('/resumes');
  const field = page.getByLabel('Upload a résumé');
  await field.setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0]) });
  await page.getByText('picture.png was not taken:').waitFor();
  await field.setInputFiles({ name: 'long.pdf', mimeType: 'application/pdf', buffer: Buffer.alloc(10 * 1024 * 1024 + 1) });
  await page.getByText('long.pdf is larger than 10 MB.').waitFor();
  await field.setInputFiles(damaged);
  await page.getByText('the PDF is damaged and cannot be opened').waitFor();
  await look('resumes-failed');
  const again = page.waitForResponse((reply) => reply.url().endsWith('/retry'));
  await page.getByRole('button', { name: 'Read again' }).click();
  await again;
  await until(async () => (await api('GET', '/api/backend/resumes')).items[0].state, 'failed', 'the state of the résumé');
  await page.getByText('the PDF is damaged and cannot be opened').waitFor();

  await page.getByRole('button', { name: 'Paste its text' }).click();
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByText('That is too short to be a résumé.').waitFor();
  await look('resume-paste');
  await page.getByLabel('Text of the résumé').fill(await sampleText('resume-logistics.txt'));
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('link', { name: /^\d+ skills$/ }).waitFor();
  await page.getByText('Pasted text').waitFor();
});

journey('renamed, made the default, deleted; nobody else sees it', { allow: [/404 \(Not Found\)/] }, async ({ page, register, api, open, look }) => {
  await register();
  const names = ['Nursing, long version with every ward and each course since 2009', 'Teaching'];
  const made = [];
  for (const name of names) made.push(await api('POST', '/api/resumes', { name, text: 'Ines Okafor\nRegistered nurse\n\nSkills\nWound care, Spanish\n' }));
  await page.goto('/resumes');
  const actions = (name) => page.getByRole('button', { name: `Actions for ${name}` });
  await actions('Teaching').click();
  await page.getByRole('menuitem', { name: 'Make it the default' }).click();
  await page.getByText('“Teaching” is now your default résumé.').waitFor();
  await actions('Teaching').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Teaching nurses');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('link', { name: 'Teaching nurses' }).waitFor();
  await look('resumes');

  const other = await open();
  await other.register();
  await other.page.goto('/resumes');
  await other.page.getByRole('heading', { name: 'Bring your résumé' }).waitFor();
  await other.page.goto(`/resume?id=${made[0].id}`);
  await other.page.getByRole('heading', { name: 'There is no résumé here' }).waitFor();
  await other.look('resume-none');

  await actions('Teaching nurses').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete résumé' }).click();
  await page.getByRole('link', { name: 'Teaching nurses' }).waitFor({ state: 'detached' });
  await until(async () => (await api('GET', '/api/backend/resumes')).items.length, 1, 'the number of résumés');
  await page.reload();
  await page.getByRole('link', { name: names[0] }).waitFor();
  assert.equal(await page.getByRole('link', { name: 'Teaching nurses' }).count(), 0);
});
