// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { addJob, makeReport, uploadResume } from '../material.mjs';

journey('a new account is led from the résumé to a report, and sees where it stands', async (t) => {
  const { page, register, api, look } = t;
  await register();
  await page.goto('/dashboard');
  await page.getByRole('heading', { name: 'Hello, Ines' }).waitFor();
  await page.getByText('0 of 4 done').waitFor();
  await look('dashboard-new');
  await uploadResume(t, 'resume-nurse.pdf');
  await page.getByText('1 of 4 done').waitFor();
  const job = await addJob(t, 'job-nurse.txt', { company: 'Cedar Ridge Hospital', save: false });
  await page.getByText('2 of 4 done').waitFor();
  await page.getByRole('link', { name: 'Make a report' }).click();
  await page.getByRole('dialog', { name: 'New report' }).waitFor();
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByRole('tab', { name: /^All/ }).waitFor();

  const soon = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
  await api('POST', '/api/tasks', { title: 'Call the ward about the trial shift', start_on: soon });
  const [yesterday, later] = [-1, 5].map((away) => new Date(Date.now() + away * 86_400_000).toISOString().slice(0, 10));
  await api('POST', '/api/tasks', { title: 'Read the handbook of the ward', start_on: yesterday, end_on: later });
  await api('POST', '/api/tasks', { title: 'Renew the licence', start_on: '2026-01-05' });
  // Another level, another report: there is a trend.
  const report = await makeReport(t, job);
  const missing = report.content.requirements.find(({ status, framework }) => status === 'missing' && framework !== 'text');
  await api('POST', '/api/corrections', { resume_id: report.resume_id, action: 'add', skill_id: missing.id, level: 4 });
  await page.goto('/dashboard');
  await page.getByRole('img', { name: /^Score over time: / }).waitFor();
  // By the days that are shown, not by those on which they begin.
  const week = page.locator('section').filter({ has: page.getByRole('heading', { name: 'This week' }) });
  const days = await week.locator('time').evaluateAll((all) => all.map(({ dateTime }) => dateTime));
  assert.deepEqual(days, ['2026-01-05', soon, later]);
  await look('dashboard');

  await page.getByRole('checkbox', { name: 'Done: Renew the licence' }).click();
  await page.getByText('“Renew the licence” is done.').waitFor();
  assert.equal(await page.getByRole('checkbox', { name: 'Done: Renew the licence' }).count(), 0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('checkbox', { name: 'Done: Renew the licence' }).waitFor();
});
