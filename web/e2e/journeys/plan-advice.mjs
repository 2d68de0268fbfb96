// SPDX-License-Identifier: GPL-3.0-or-later
// A language model orders, explains and proposes what to learn: aimock, and a server on loopback for the addresses that
// it names.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { startModel } from '../aimock.mjs';
import { journey, serveWith } from '../journey.mjs';
import { ended } from '../material.mjs';
import { until } from '../until.mjs';

const there = new Set(['/learn.example/clusters']);
const pages = createServer((request, response) => response.writeHead(there.has(request.url) ? 200 : 404).end());
pages.listen(0, '127.0.0.1');
await once(pages, 'listening');
pages.unref();
const origin = `http://127.0.0.1:${pages.address().port}`;

const proposal = (title, url) => ({ title, url, publisher: 'Example Press', kind: 'course', hours: 12, skill: 'Kubernetes' });
const model = await startModel([
  { match: { userMessage: 'BEGIN DATA', model: 'confused' }, response: { content: '{"score":100}' } },
  {
    match: { userMessage: 'BEGIN DATA', model: 'test-model' },
    response: {
      content: JSON.stringify({
        order: [
          { item: 3, why: 'Begin here: the others build on it.' },
          { item: 1, why: '<b>Then</b> this, while it is fresh.' },
        ],
        proposals: [
          proposal('Clusters by hand', 'https://learn.example/clusters'),
          proposal('Clusters that are gone', 'https://gone.example/clusters'),
        ],
      }),
    },
  },
]);
serveWith('--boards-origin', origin, '--allow-private-addresses', 'yes', '--private-models', 'yes', '--request-gap', '0');
after(async () => {
  await model.stop();
  pages.close();
});

async function withItems({ api, register }, person) {
  await register(person);
  await api('POST', '/api/resumes', { name: 'Mine', text: 'Experience\nOperations engineer, Birch Ltd, 2019 - 2024\n- Kept Linux servers healthy\n' });
  const job = await api('POST', '/api/jobs', { description: 'Platform engineer\n\nRequirements\n- Kubernetes\n- Terraform\n- Python\n' });
  const run = await api('POST', '/api/gap/run', { job_id: job.id });
  await ended(api, run.run_id);
  const { result } = await api('GET', `/api/runs/${run.run_id}`);
  return result.gap_report_id;
}

// A model that fails is a 503, which the browser notes.
journey('a model orders and explains what to learn, and what it proposes is unverified until its address answers', { allow: [/status of 503/] }, async (t) => {
  const { page, api, look } = t;
  const report = await withItems(t);
  await page.goto(`/plan?report=${report}`);
  const list = page.getByRole('list', { name: 'What you could learn' });
  const rows = list.getByRole('listitem');
  await rows.first().waitFor();
  const ask = page.getByRole('button', { name: 'Ask the model to order and explain' });
  assert.equal(await ask.count(), 0, 'without a model there is nothing to ask');
  const titles = () => list.getByRole('heading').allInnerTexts();
  const ours = await titles();

  await api('PUT', '/api/settings/model', { base_url: model.url, model: 'confused' }, { 'If-Match': '*' });
  await page.reload();
  await ask.click();
  await page.getByText(/The model could not be used, and everything is as it was/).waitFor();
  assert.deepEqual(await titles(), ours);
  await look('plan-advice-failed');

  await api('PUT', '/api/settings/model', { base_url: model.url, model: 'test-model' }, { 'If-Match': '*' });
  await page.reload();
  await ask.click();
  await list.getByText('Begin here: the others build on it.').waitFor();
  await list.getByText('<b>Then</b> this, while it is fresh.').waitFor(); // as text
  await ask.waitFor({ state: 'detached' }); // it would say the same again
  const known = await api('GET', `/api/learning-items?gap_report_id=${report}`);
  const byModel = [...known.items].sort((a, b) => a.model_position - b.model_position).map(({ title }) => title);
  await until(titles, (now) => JSON.stringify(now) === JSON.stringify(byModel), 'the order of the model');
  const order = page.getByRole('group', { name: 'In whose order' });
  await order.getByText('Our order').click();
  await until(titles, (now) => JSON.stringify(now.slice(0, ours.length)) === JSON.stringify(ours), 'our order');

  const good = rows.filter({ hasText: 'Clusters by hand' });
  await good.getByText(/^learn\.example answers/).waitFor();
  assert.equal(await good.getByRole('link').getAttribute('href'), 'https://learn.example/clusters');
  const gone = rows.filter({ hasText: 'Clusters that are gone' });
  await gone.getByText('Unverified').waitFor();
  await gone.getByText('https://gone.example/clusters').waitFor();
  assert.equal(await gone.getByRole('link').count(), 0, 'no link to where nobody has been');
  assert.equal(await gone.getByRole('checkbox').isChecked(), false);
  await look('plan-advice');

  there.add('/gone.example/clusters');
  await gone.getByRole('button', { name: /^Check again/ }).click();
  await gone.getByRole('link').waitFor();
  await gone.getByText('Unverified').waitFor({ state: 'detached' });
});

journey('what a model says of a plan, in German', { locale: 'de-DE' }, async (t) => {
  const { page, api, look } = t;
  const report = await withItems(t, { language: 'de' });
  await api('PUT', '/api/settings/model', { base_url: model.url, model: 'test-model' }, { 'If-Match': '*' });
  await page.goto(`/plan?report=${report}`);
  await page.getByRole('button', { name: 'Das Modell ordnen und erklären lassen' }).click();
  await page.getByText('test-model sagt').first().waitFor();
  await page.getByText('Vorgeschlagen von test-model').first().waitFor();
  await page.getByText(/^Bringt .+ Punkte in etwa .+ Stunden\.$/).first().waitFor(); // what the server says, too
  await look('plan-advice-de');
});

journey('a model that still thinks is shown after the page was loaded again', async (t) => {
  const { page, api } = t;
  const report = await withItems(t);
  // Passes on what is asked, once it is let go.
  let letGo;
  const free = new Promise((resolve) => (letGo = resolve));
  const slow = createServer(async (asked, answer) => {
    const parts = [];
    for await (const part of asked) parts.push(part);
    await free;
    const reply = await fetch(model.url.replace(/\/v1$/, asked.url), { method: asked.method, headers: { 'Content-Type': 'application/json' }, body: parts.length > 0 ? Buffer.concat(parts) : undefined });
    answer.writeHead(reply.status, { 'Content-Type': reply.headers.get('content-type') ?? 'application/json' });
    answer.end(Buffer.from(await reply.arrayBuffer()));
  });
  slow.listen(0, '127.0.0.1');
  await once(slow, 'listening');
  try {
    await api('PUT', '/api/settings/model', { base_url: `http://127.0.0.1:${slow.address().port}/v1`, model: 'test-model' }, { 'If-Match': '*' });
    await page.goto(`/plan?report=${report}`);
    await page.getByRole('button', { name: 'Ask the model to order and explain' }).click();
    const progress = page.getByRole('main').getByText('Asking the language model');
    await progress.waitFor();
    await page.reload();
    await progress.waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Cancel' }).waitFor();
    letGo();
    await page.getByText('Begin here: the others build on it.').waitFor();
    await progress.waitFor({ state: 'detached' });
  } finally {
    letGo();
    slow.close();
    slow.closeAllConnections();
  }
});
