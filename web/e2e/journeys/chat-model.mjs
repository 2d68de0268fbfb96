// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { startModel } from '../aimock.mjs';
import { journey, serveWith } from '../journey.mjs';
import { withReport } from '../material.mjs';
import { until } from '../until.mjs';

const block = (proposals) => `\n\n\`\`\`headway\n${JSON.stringify({ proposals })}\n\`\`\`\n`;

const model = await startModel([
  {
    match: { userMessage: 'Where do I begin' },
    response: { content: 'Begin with **the largest gap** [R2]:\n\n- read [J3]\n- practise [R999]\n\nIt pays.' },
    chunkSize: 3,
  },
  {
    match: { userMessage: 'a task' },
    response: { content: `Like this:${block([{ action: 'create_task', title: 'Read the protocol', text: 'An hour a week.' }])}` },
    chunkSize: 7,
  },
  {
    match: { userMessage: 'slowly', sequenceIndex: 0 },
    response: { content: 'One word after another, and it takes its time until the end of the sentence is there.' },
    chunkSize: 4,
    streamingProfile: { tps: 3 },
  },
  { match: { userMessage: 'slowly', sequenceIndex: 1 }, response: { content: 'At once.' } },
  { match: { userMessage: 'impossible' }, response: { error: { message: 'no such thing' }, status: 400 } },
]);
after(() => model.stop());
// One's own model lies on this machine here, which is allowed for tests only.
serveWith('--private-models', 'yes');

journey('a model of one’s own answers with sources, proposes, is stopped, and may fail', async (t) => {
  const { page, api, look } = t;
  const { job } = await withReport(t);
  await page.goto('/settings');
  const card = page.getByRole('region', { name: 'Language model', exact: true });
  await card.getByText(/None is set up/).waitFor();
  await card.getByLabel('Address').fill(model.url);
  await card.getByLabel('Name of the model').fill('test-model');
  await card.getByLabel('Key').fill('sk-0123456789abcdef');
  await card.getByRole('button', { name: 'Use this model' }).click();
  await card.getByText(/Your own: test-model at 127.0.0.1/).waitFor();
  await card.getByText(/ends in “cdef”/).waitFor();

  await page.goto('/chat');
  await page.getByText(/Answers come from test-model/).waitFor();
  await page.getByLabel('Choose a job').selectOption({ label: `${job.title} · ${job.company}` });
  await page.getByLabel('Your question').fill('Where do I begin?');
  await page.keyboard.press('Enter');
  await page.getByText('It pays.').waitFor();
  await page.waitForURL(/\/chat\?id=/);
  const log = page.getByRole('log', { name: 'What was said' });
  await log.getByText('2 sources').click();
  await log.getByText('Requirement:').waitFor();
  await log.getByText('A source that it made up was left out').waitFor();
  assert.deepEqual(await log.locator('ul > li').allTextContents(), ['read 2', 'practise'], 'line breaks and Markdown are as they were');
  await log.getByRole('button', { name: /^Source: / }).first().waitFor();
  await page.getByRole('button', { name: 'Keep as a note' }).click();
  await page.getByText('Kept as a note.').waitFor();
  await look('chat-model');

  // What the model is given is seen, and can be taken away.
  const given = page.getByRole('group', { name: 'Given to the model' });
  await given.getByText(/^Résumé: /).waitFor();
  await given.getByRole('button', { name: 'Do not give Résumé' }).click();
  await given.getByRole('button', { name: '+ Résumé' }).waitFor();
  await until(async () => (await api('GET', '/api/chats')).items[0].context, ['report', 'job', 'plan'], 'the context');

  // Nothing is done before it is confirmed.
  await page.getByLabel('Your question').fill('Make me a task of it');
  await page.keyboard.press('Enter');
  await log.getByText('Read the protocol').waitFor();
  assert.equal((await api('GET', '/api/tasks')).items.length, 0);
  const request = (await model.asked()).at(-1).messages[0].content;
  assert.ok(request.includes('\nR1| ') && !request.includes('\nS1| '), 'the résumé is not given any more');
  await log.getByRole('button', { name: 'Make the task' }).click();
  await log.getByText(/^Done/).waitFor();
  assert.equal((await api('GET', '/api/tasks')).items[0].title, 'Read the protocol');
  // It is not offered again, whoever looks.
  await page.reload();
  await log.getByText('Read the protocol').waitFor();
  await log.getByText(/^Done/).waitFor();
  assert.equal(await log.getByRole('button', { name: 'Make the task' }).count(), 0);

  // Stopped in the middle, what came stays; then it is answered anew.
  await page.getByLabel('Your question').fill('Tell me slowly');
  await page.keyboard.press('Enter');
  await log.getByText(/^One word/).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await log.getByText('Not whole: it ended early').waitFor();
  await log.getByRole('button', { name: 'Answer again' }).click();
  await log.getByText('At once.').waitFor();
  await log.getByText('Not whole: it ended early').waitFor({ state: 'detached' });

  // Another résumé, and more of it than there is room for: what is left out is said.
  const long = Array.from({ length: 300 }, (_, i) => `- Looked after ward number ${i} of the hospital by the harbour.`).join('\n');
  const other = await api('POST', '/api/resumes', { name: 'The long one', text: `Experience\n${long}\n` });
  await page.reload();
  await given.getByRole('button', { name: '+ Résumé' }).click();
  await given.getByRole('button', { name: 'Do not give Résumé' }).waitFor();
  await page.getByLabel('Which résumé').selectOption({ label: 'With The long one' });
  await given.getByText('Résumé: The long one').waitFor();
  await given.getByText(/^Résumé: only the first 150 of 30\d lines are given/).waitFor();
  await until(async () => (await api('GET', '/api/chats')).items[0].resume_id, other.id, 'the résumé');
  await look('chat-resume');

  // A model that fails is said to, and the report answers.
  await page.getByLabel('Your question').fill('Something impossible, and how far am I?');
  await page.keyboard.press('Enter');
  await log.getByText('From your report: the model did not answer').waitFor();
  await log.getByText(/The arithmetic: 100 ×/).waitFor();
  await page.reload();
  await log.getByText(/The arithmetic: 100 ×/).waitFor();

  // What all that took.
  const { months } = await api('GET', '/api/settings/model/usage');
  assert.ok(months[0].answers >= 4 && months[0].input_tokens > 0, JSON.stringify(months));
  await page.goto('/settings#model');
  const took = card.getByRole('table', { name: 'What it took' });
  await took.getByRole('cell', { name: 'test-model (yours)' }).waitFor();
  await took.getByRole('cell', { name: months[0].input_tokens.toLocaleString('en'), exact: true }).waitFor();
  await look('settings-usage');
});
