// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

async function withNotes({ register, api }) {
  await register();
  const task = await api('POST', '/api/tasks', { title: 'Call the team lead' });
  await api('POST', '/api/notes', {
    title: 'Call with Lanternfield',
    body: 'They pay for the **driving lessons**.\n\n- Ask about the rota\n- Spanish is a plus only\n\n<b>not bold</b> and [a link](https://example.org/)',
    task_id: task.id,
  });
  for (let i = 1; i <= 12; i += 1) await api('POST', '/api/notes', { title: i % 4 === 0 ? '' : `Wound care, lesson ${i}`, body: `What lesson ${i} was about, in a sentence that goes on for a while.` });
  return task;
}

journey('a note is written and kept by itself, linked, searched, read as Markdown and deleted', async (t) => {
  const { page, api, look } = t;
  await withNotes(t);
  await page.goto('/notes');
  await page.getByRole('link', { name: /^Call with Lanternfield/ }).click();
  await page.getByText('driving lessons', { exact: true }).waitFor();
  assert.equal(await page.locator('main b').count(), 0, 'HTML of a note is text');
  await page.getByText('<b>not bold</b>').waitFor();
  await look('notes');

  await page.getByRole('button', { name: 'New note' }).first().click();
  // The editor of the new note has taken the place of the other one, whose title would be changed otherwise.
  await page.waitForURL(/\/notes\?new/);
  await until(() => page.getByLabel('Title', { exact: true }).inputValue(), '', 'the title of the new note');
  await page.getByLabel('Title', { exact: true }).fill('Interview on Friday');
  await page.getByText('A note needs some text').waitFor();
  await page.getByLabel('Text of the note').fill('Bring the **certificate**.');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.waitForURL(/\/notes\?id=/);
  // Its editor stays where it is, and goes on keeping.
  await page.getByLabel('Text of the note').press('End');
  await page.keyboard.type(' And a pen.');
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByLabel('Link to …').selectOption({ label: 'Call the team lead' });
  await page.getByText('Task: Call the team lead').waitFor();
  await page.getByText('Saved', { exact: true }).waitFor();
  await look('notes-write');
  const id = new URL(page.url()).searchParams.get('id');
  const kept = await until(() => api('GET', `/api/notes/${id}`), (note) => note.task_id !== null, 'the note');
  assert.equal(kept.body, 'Bring the **certificate**. And a pen.');

  await page.getByRole('searchbox', { name: 'Search notes' }).fill('certificate');
  await page.getByRole('link', { name: /^Call with Lanternfield/ }).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: /^Interview on Friday/ }).waitFor();
  await page.getByRole('button', { name: 'Delete the note' }).click();
  await page.getByRole('button', { name: 'Delete note', exact: true }).click();
  await page.getByText('No note has “certificate” in it.').waitFor();
});

journey('a note that was changed elsewhere shows both versions', { allow: [/412 \(Precondition Failed\)/] }, async (t) => {
  const { page, register, api, look } = t;
  await register();
  const note = await api('POST', '/api/notes', { title: 'Rota', body: 'Early shifts.' });
  await page.goto(`/notes?id=${note.id}`);
  await page.getByText('Write', { exact: true }).click();
  // Somebody else is quicker: between the last key here and the saving of it.
  let quicker = false;
  await page.route('**/api/notes/*', async (route) => {
    if (route.request().method() === 'PATCH' && !quicker) {
      quicker = true;
      await api('PATCH', `/api/notes/${note.id}`, { body: 'Late shifts.' }, { 'If-Match': '*' });
    }
    await route.continue();
  });
  await page.getByLabel('Text of the note').fill('Night shifts.');
  const alert = page.getByRole('alert', { name: 'This note was changed elsewhere' });
  await alert.getByText('Late shifts.').waitFor();
  await alert.getByText('Night shifts.').waitFor();
  await look('notes-conflict');
  await alert.getByRole('button', { name: 'Keep both' }).click();
  await alert.waitFor({ state: 'detached' });
  await page.getByText('Saved', { exact: true }).waitFor();
  await until(async () => (await api('GET', `/api/notes/${note.id}`)).body, (body) => /^Night shifts\.[\s\S]*Late shifts\.$/.test(body), 'the note');
});

journey('notes before there are any', async ({ page, register, look }) => {
  await register();
  await page.goto('/notes');
  await page.getByRole('heading', { name: 'Nothing written down yet' }).waitFor();
  await look('notes-empty');
});
