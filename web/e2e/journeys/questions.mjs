// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { makeReport } from '../material.mjs';
import { until } from '../until.mjs';

const statusOf = (report, name) => report.content.requirements.find((one) => one.name === name).status;

journey('a word that may mean a skill is asked about: yes raises the report, no leaves it as it is', async (t) => {
  const { page, register, api, look } = t;
  await register();
  const resume = await api('POST', '/api/resumes', {
    name: 'Platform',
    text: 'Experience\nDevOps engineer, 2020 – 2024\nDeployed with t7m to two regions, and wrote a5e playbooks for them.\n',
  });
  const job = await api('POST', '/api/jobs', { title: 'Platform engineer', description: 'Requirements\n• Terraform\n• Ansible\n• Linux\n' });
  await until(async () => (await api('GET', `/api/resumes/${resume.id}`)).state, 'ready', 'the state of the résumé');
  await api('POST', `/api/job-collections/${job.id}`);
  const before = await makeReport(t, job);
  assert.equal(statusOf(before, 'Terraform'), 'missing');

  await page.goto(`/resume?id=${resume.id}`);
  await page.getByText('Does “t7m” mean Terraform?').waitFor();
  await look('resume-questions');
  await page.getByRole('button', { name: 'No: a5e' }).click();
  await page.getByText('Does “a5e” mean Ansible?').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Yes: t7m' }).click();
  await page.getByText('Does “t7m” mean Terraform?').waitFor({ state: 'detached' });
  await page.getByRole('list', { name: 'Skills' }).getByRole('button', { name: /^Terraform/ }).waitFor();

  const newest = async () => (await api('GET', '/api/gap-reports?latest=true')).items[0];
  const { id } = await until(newest, ({ stats }) => stats !== null && stats.score > before.content.score, 'the newest report');
  const after = await api('GET', `/api/gap/${id}`);
  assert.notEqual(statusOf(after, 'Terraform'), 'missing');
  assert.equal(statusOf(after, 'Ansible'), 'missing');
  // Both are answered, for every document.
  assert.deepEqual((await api('GET', '/api/alias-suggestions')).items, []);
  await page.goto(`/report?id=${id}`);
  await page.getByRole('tab', { name: /^Missing/ }).click();
  const missing = page.getByRole('list', { name: 'Requirements' });
  await missing.getByRole('button', { name: 'Ansible', exact: true }).waitFor();
  assert.equal(await missing.getByRole('button', { name: 'Terraform', exact: true }).count(), 0);
});
