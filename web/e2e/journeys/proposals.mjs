// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

journey('what an agent proposes is confirmed or dismissed, and stays so', async (t) => {
  const { page, api, register, look } = t;
  await register();

  // An agent gets a token of its own, which is shown once with what to tell the agent.
  await page.goto('/settings');
  const tokens = page.getByRole('region', { name: 'Access tokens', exact: true });
  await tokens.getByLabel('What the new token is for').fill('Helper');
  await tokens.getByLabel('It may').selectOption('agents');
  await tokens.getByRole('button', { name: 'Make a token' }).click();
  await tokens.getByText(/headway mcp --server/).waitFor();
  await tokens.getByText(/Read and propose, as an agent · /).waitFor();
  await look('agent-token');

  await page.goto('/proposals');
  await page.getByText('Nothing waits for you').waitFor();
  await look('proposals-empty');
  const propose = (body) => api('POST', '/api/proposals', body);
  await propose({ action: 'create_task', title: 'Ask for a trial day', text: 'Lanternfield offers them in spring.', due_on: '2027-03-01' });
  await propose({ action: 'save_note', title: 'Rota', text: 'Ask about the rota.' });
  await propose({
    action: 'add_job',
    title: 'Community nurse',
    company: 'Lanternfield',
    url: 'https://jobs.example/7',
    text: 'Requirements\n- Wound care\n- Driving licence',
  });
  // The page hears of them by itself.
  const list = page.getByRole('list', { name: 'Proposals' });
  await list.getByText('Ask for a trial day').waitFor();
  await list.getByText(/Community nurse/).waitFor();
  assert.equal((await api('GET', '/api/tasks')).items.length, 0, 'nothing is done yet');
  await look('proposals');

  await list.getByRole('button', { name: 'Make the task' }).click();
  await until(async () => (await api('GET', '/api/tasks')).items.map(({ title }) => title), ['Ask for a trial day'], 'the tasks');
  await list.getByRole('button', { name: 'Dismiss: Rota' }).click();
  await until(async () => (await api('GET', '/api/proposals?state=dismissed')).items.length, 1, 'the dismissed');
  assert.equal((await api('GET', '/api/notes')).items.length, 0);
  await list.getByText('Rota', { exact: true }).waitFor({ state: 'detached' });

  await page.getByText('Done', { exact: true }).click();
  await list.getByText('Ask for a trial day').waitFor();
  await page.reload();
  await page.getByText('Dismissed', { exact: true }).first().click();
  await list.getByText('Rota', { exact: true }).waitFor();
});
