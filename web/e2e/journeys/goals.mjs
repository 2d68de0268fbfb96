// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

async function withGoals({ register, api }) {
  await register();
  const titles = ['Move to community nursing', 'Wound care certificate', 'Speak Spanish at work'];
  const made = [];
  for (const [i, title] of titles.entries()) {
    made.push(await api('POST', '/api/goals', { title, description: i === 0 ? 'Before the spring rota.' : '', due_on: i === 2 ? null : '2027-03-01' }));
  }
  await api('POST', '/api/tasks', { title: 'Call the team lead', goal_id: made[0].id });
  return made;
}

journey('goals are edited, archived with undo, deleted', async (t) => {
  const { page, look, api } = t;
  await withGoals(t);
  await page.goto('/goals');
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();
  await look('goals');

  await page.getByRole('button', { name: 'Actions for Wound care certificate' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const title = page.getByLabel('What do you want to reach?');
  await title.fill('');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Give the goal a title.').waitFor();
  await look('goal-dialog');
  await title.fill('Wound care expert');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Wound care expert' }).waitFor();

  await page.getByRole('button', { name: 'Actions for Speak Spanish at work' }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByText('“Speak Spanish at work” was archived.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();

  await page.getByRole('button', { name: 'Actions for Speak Spanish at work' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete goal' }).click();
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor({ state: 'detached' });
  await until(() => page.evaluate(() => document.activeElement.closest('li')?.querySelector('h2')?.textContent), (title) => title !== undefined, 'the goal with the focus');
  await page.getByText('“Speak Spanish at work” was deleted.').waitFor();
  await until(async () => (await api('GET', '/api/goals')).items.length, 2, 'the number of goals');
  await page.reload();
  await page.getByRole('heading', { name: 'Wound care expert' }).waitFor();
  assert.equal(await page.getByRole('heading', { name: 'Speak Spanish at work' }).count(), 0);
});

journey('what fails is taken back', { allow: [/412 \(Precondition Failed\)/] }, async (t) => {
  const { page, api } = t;
  const [goal] = await withGoals(t);
  await page.goto('/goals');
  await page.getByRole('button', { name: `Actions for ${goal.title}` }).click();
  // Somebody else changes it, and this window has not heard of it: the live stream is cut.
  await page.route('**/api/goals/**', async (route) => {
    await api('PATCH', `/api/goals/${goal.id}`, { description: 'Changed elsewhere' }, { 'If-Match': '*' });
    await route.continue();
  });
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByText('That did not work and was taken back').waitFor();
  await page.getByRole('heading', { name: goal.title }).waitFor();
});

journey('keyboard only: the palette starts a goal', async (t) => {
  const { page, look } = t;
  await withGoals(t);
  await page.goto('/goals');
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new go');
  await look('palette');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New goal' }).waitFor();
  await page.keyboard.type('Typed without a mouse');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Typed without a mouse' }).waitFor();
});
