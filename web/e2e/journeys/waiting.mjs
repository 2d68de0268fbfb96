// SPDX-License-Identifier: GPL-3.0-or-later
import { journey, serveWith } from '../journey.mjs';
import { addJob, uploadResume } from '../material.mjs';

// The background work is done when this file says so.
serveWith('--workers', '0');

journey('a report is waited for, fails with its reason, and is made at the second try', async (t) => {
  const { page, register, api, look, server } = t;
  await register();
  const first = await server.work();
  const resume = await uploadResume(t, 'resume-backend.pdf');
  const job = await addJob(t, 'job-backend.txt', { company: 'Tidewater Systems', save: false });
  await first.stop();

  // Nobody works: the report waits. Behind it the résumé is to be read again, so that it is not there when its turn comes.
  const made = await api('POST', '/api/gap/run', { job_id: job.id });
  await api('POST', `/api/resumes/${resume.id}/retry`);
  await page.goto(`/report?id=${made.gap_report_id}`);
  await page.getByRole('heading', { name: 'The report is being made' }).waitFor();
  await page.getByText('Waiting for its turn').waitFor();
  await look('report-making');
  await page.goto('/dashboard');
  await page.getByRole('button', { name: '2 runs in progress' }).click();
  await page.getByRole('dialog', { name: 'In progress' }).getByText('Making a gap report').waitFor();
  await look('runs');

  await page.goto(`/report?id=${made.gap_report_id}`);
  await page.getByRole('heading', { name: 'The report is being made' }).waitFor();
  await server.work();
  const alert = page.getByRole('main').getByRole('alert');
  await alert.getByText('the résumé is being read').waitFor();
  await look('report-failed');
  await page.getByRole('button', { name: /runs? in progress$/ }).waitFor({ state: 'detached' });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('tab', { name: /^All/ }).waitFor();
});
