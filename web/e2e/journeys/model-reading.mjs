// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startModel } from '../aimock.mjs';
import { journey, serveWith } from '../journey.mjs';
import { ended } from '../material.mjs';

const words = 'Moved forty services onto a container orchestrator and kept its clusters healthy';
const skills = (list) => JSON.stringify({ skills: list });

const model = await startModel([
  {
    match: { userMessage: words },
    response: { content: skills([{ name: 'Kubernetes', quote: words, level: 7, need: null }]) },
  },
  { match: { userMessage: 'Requirements' }, response: { content: skills([]) } },
]);
after(() => model.stop());
serveWith('--private-models', 'yes');

journey('a model of one’s own reads along, and what it found is marked', async (t) => {
  const { page, api, register, look } = t;
  await register();
  await api('POST', '/api/resumes', { name: 'Mine', text: `Experience\nOperations engineer, Birch Ltd, 2019 - 2024\n- ${words}\n` });
  const job = await api('POST', '/api/jobs', { description: 'Platform engineer\n\nRequirements\n- Kubernetes\n- Python\n' });

  await page.goto('/settings');
  const card = page.getByRole('region', { name: 'Language model', exact: true });
  await card.getByText(/None is set up/).waitFor();
  assert.equal(await card.getByRole('checkbox').count(), 0, 'without a model there is nothing to switch on');
  await card.getByLabel('Address').fill(model.url);
  await card.getByLabel('Name of the model').fill('test-model');
  await card.getByRole('button', { name: 'Use this model' }).click();
  const box = card.getByRole('checkbox', { name: 'Let it read my résumés and jobs as well' });
  await box.waitFor();
  assert.equal(await box.isChecked(), false, 'off at first');
  await card.getByText('Let it read my résumés and jobs as well').click();
  await card.getByRole('checkbox', { checked: true }).waitFor();
  await look('model-reading');

  const run = await api('POST', '/api/gap/run', { job_id: job.id });
  await ended(api, run.run_id);
  await page.goto(`/report?id=${(await api('GET', `/api/runs/${run.run_id}`)).result.gap_report_id}`);
  await page.getByText(/One claim is of the language model test-model/).waitFor();
  await page.getByRole('button', { name: 'Kubernetes', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Kubernetes' });
  await drawer.getByText('read by the language model').waitFor();
  await look('model-evidence');
});
