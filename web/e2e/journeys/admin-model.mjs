// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { makeAdmin } from '../admin.mjs';
import { startModel } from '../aimock.mjs';
import { journey } from '../journey.mjs';

const model = await startModel([{ match: { userMessage: 'Where do I begin' }, response: { content: 'With the largest gap.' } }]);
after(() => model.stop());

journey('an administrator sets up the language model for everybody, who use it at once', async ({ page, api, look, open, server }) => {
  const somebody = await open();
  await somebody.register({ name: 'Teo Marsh' });
  await api('POST', '/api/auth/login', makeAdmin(server));
  await page.goto('/admin');
  await page.getByRole('tab', { name: 'Language model' }).click();
  const card = page.getByRole('region', { name: 'Language model' });
  await card.getByText('None is set up: chats answer from reports, by fixed rules.').waitFor();
  assert.equal(await card.getByRole('button', { name: 'Try it' }).count(), 0);
  await card.getByLabel('Address').fill(model.url);
  await card.getByLabel('Name of the model').fill('house-model');
  await card.getByLabel('Key').fill('sk-0123456789abcdef');
  await card.getByRole('button', { name: 'Use this model' }).click();
  await card.getByText('In use: house-model at 127.0.0.1, set up here.').waitFor();
  await card.getByText(/ends in “cdef”/).waitFor();
  assert.equal(await card.getByLabel('Key').inputValue(), '');
  await card.getByRole('button', { name: 'Try it' }).click();
  await card.getByText(/the model's server answers but does not list house-model/).waitFor(); // the mock lists others
  await look('admin-model');

  await somebody.page.goto('/settings');
  await somebody.page.getByText('This server has one for everybody: house-model at 127.0.0.1.').waitFor();
  await somebody.page.goto('/chat');
  await somebody.page.getByText(/Answers come from house-model/).waitFor();
  await somebody.page.getByLabel('Your question').fill('Where do I begin?');
  await somebody.page.keyboard.press('Enter');
  await somebody.page.getByText('With the largest gap.').waitFor();

  await page.getByRole('tab', { name: 'Health' }).click();
  await page.getByText(/^house-model at 127\.0\.0\.1: .* An administrator has set it up\.$/).waitFor();
  await page.getByRole('tab', { name: 'Language model' }).click();
  await card.getByRole('button', { name: 'Remove it with its key' }).click();
  await card.getByText(/None is set up/).waitFor();
  await somebody.page.goto('/settings');
  await somebody.page.getByText(/None is set up/).waitFor();
});

journey('what another administrator has set up meanwhile is not overwritten', { allow: [/412 \(Precondition Failed\)/] }, async ({ page, api, server }) => {
  await api('POST', '/api/auth/login', makeAdmin(server, 'second@mail.example'));
  await page.goto('/admin');
  await page.getByRole('tab', { name: 'Language model' }).click();
  const card = page.getByRole('region', { name: 'Language model' });
  await card.getByText(/None is set up/).waitFor();
  await card.getByLabel('Address').fill('https://mine.example/v1');
  await card.getByLabel('Name of the model').fill('mine');
  await api('PUT', '/api/admin/model', { base_url: 'https://theirs.example/v1', model: 'theirs' }, { 'If-Match': '*' });
  await card.getByRole('button', { name: 'Use this model' }).click();
  await card.getByRole('alert').waitFor();
  await card.getByText('In use: theirs at theirs.example, set up here.').waitFor();
  await card.getByRole('button', { name: 'Use this model' }).click();
  await card.getByText('In use: mine at mine.example, set up here.').waitFor();
});
