// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { addJob, makeReport, uploadResume, withReport } from '../material.mjs';
import { until } from '../until.mjs';

journey('a question about a job is answered from the report, and the answer becomes a note', async (t) => {
  const { page, api, look } = t;
  const { job, report } = await withReport(t);
  await page.goto('/chat');
  await page.getByText(/No language model is configured here/).waitFor();
  await page.getByText('What would you like to know?').waitFor();
  const wide = await page.getByLabel('Choose a job').evaluate((one) => one.getBoundingClientRect().width);
  assert.ok(wide < 260, `the choice of a job is ${wide} px wide`);
  await page.getByLabel('Choose a job').selectOption({ label: `${job.title} · ${job.company}` });
  await page.getByText(`About: ${job.title}`).waitFor();
  await page.getByRole('button', { name: 'What should I learn first?' }).click();
  await page.waitForURL(/\/chat\?id=/);
  await page.getByText(/By what closing it alone adds/).waitFor();
  const largest = report.content.requirements.filter((r) => r.status === 'missing').sort((a, b) => b.gain - a.gain)[0].name;
  await page.getByRole('button', { name: `Why is ${largest} missing?` }).click();
  await page.getByText('your résumé shows nothing of it', { exact: false }).waitFor();
  await look('chat');

  await page.getByRole('button', { name: 'Keep as a note' }).last().click();
  await page.getByText('Kept as a note.').waitFor();
  const { items: notes } = await api('GET', '/api/notes');
  assert.equal(notes[0].title, `Why is ${largest} missing?`);
  assert.equal(notes[0].job_id, job.id);
  assert.notEqual(notes[0].message_id, null);

  // By keyboard, without a job.
  await page.getByRole('button', { name: `Not about ${job.title} any more` }).click();
  await page.getByText('About your newest report').waitFor();
  await page.getByLabel('Your question').fill('How far am I?');
  await page.keyboard.press('Enter');
  await page.getByText(/The arithmetic: 100 ×/).waitFor();

  await page.getByRole('button', { name: /^Actions for What should I learn/ }).click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByLabel('Name of the chat').fill('Before the interview');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Before the interview' }).waitFor();
  await page.reload();
  await page.getByText(/The arithmetic: 100 ×/).waitFor();
  await page.getByRole('button', { name: 'Actions for Before the interview' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete chat' }).click();
  await page.waitForURL(/\/chat$/);
  await until(async () => (await api('GET', '/api/chats')).items.length, 0, 'the number of chats');
  assert.equal((await api('GET', '/api/notes')).items.length, 1, 'notes made of it stay');
});

journey('questions are asked and answered in German', { locale: 'de-DE' }, async (t) => {
  const { page, register, api } = t;
  await register({ language: 'de' });
  await uploadResume(t, 'resume-nurse.pdf');
  const job = await addJob(t, 'job-nurse.txt');
  await makeReport(t, job);
  await page.goto('/chat');
  await page.getByRole('button', { name: 'Wie weit bin ich von der Stelle entfernt?' }).click();
  await page.getByText(/Die Rechnung: 100 × /).waitFor();
  await page.getByRole('button', { name: 'Was soll ich zuerst lernen?' }).click();
  await page.getByText('Nach dem, was jede Lücke allein', { exact: false }).waitFor();
  await until(async () => (await api('GET', '/api/chats')).items.length, 1, 'the number of chats');
});
