// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

async function withGoal({ register, api }) {
  await register();
  return api('POST', '/api/goals', { title: 'Speak Spanish at work' });
}

journey('another window sees a change as it happens', async (t) => {
  const { page, api } = t;
  await withGoal(t);
  await page.goto('/goals');
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();
  const stream = page.waitForResponse((reply) => reply.url().endsWith('/api/events'));
  await page.reload();
  await stream;
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();
  await api('POST', '/api/goals', { title: 'Made elsewhere' });
  await page.getByRole('heading', { name: 'Made elsewhere' }).waitFor();
});

journey('what changes before the page hears of changes is shown as well', async (t) => {
  const { page, api } = t;
  await withGoal(t);
  let begin;
  const held = new Promise((resolve) => (begin = resolve));
  await page.route('**/api/events', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/goals');
  await page.getByRole('heading', { name: 'Speak Spanish at work' }).waitFor();
  await api('POST', '/api/goals', { title: 'Made too early to be told of' });
  begin();
  await page.getByRole('heading', { name: 'Made too early to be told of' }).waitFor();
});

journey('without a network it says so, and keeps a change until there is one', { allow: [/ERR_INTERNET_DISCONNECTED/] }, async (t) => {
  const { page, context, api, look } = t;
  const goal = await withGoal(t);
  await page.goto('/goals');
  await page.getByRole('heading', { name: goal.title }).waitFor();
  await context.setOffline(true);
  const banner = page.getByText('You are offline.');
  await banner.waitFor();
  await look('offline');
  await page.getByRole('button', { name: `Actions for ${goal.title}` }).click();
  await page.getByRole('menuitem', { name: 'Archive' }).click();
  await page.getByRole('heading', { name: goal.title }).waitFor({ state: 'detached' });
  assert.equal((await api('GET', `/api/goals/${goal.id}`)).archived, false);
  await context.setOffline(false);
  await banner.waitFor({ state: 'detached' });
  await until(async () => (await api('GET', `/api/goals/${goal.id}`)).archived, true, 'whether the goal is archived');
});

journey('a task that was changed elsewhere while one wrote is not overwritten', { allow: [/412 \(Precondition Failed\)/] }, async (t) => {
  const { page, register, api } = t;
  await register();
  const task = await api('POST', '/api/tasks', { title: 'Call the ward', priority: 'low' });
  await page.goto(`/work?view=list&task=${task.id}`);
  const drawer = page.getByRole('dialog', { name: 'Task' });
  const title = drawer.getByLabel('What is to be done?');
  // What nobody has touched follows at once.
  await api('PATCH', `/api/tasks/${task.id}`, { title: 'Call the ward sister' }, { 'If-Match': '*' });
  await until(() => title.inputValue(), 'Call the ward sister', 'the title in the form');
  await title.fill('Call the ward sister today');
  await api('PATCH', `/api/tasks/${task.id}`, { priority: 'high' }, { 'If-Match': '*' });
  await page.getByRole('list', { name: 'Tasks', includeHidden: true }).getByText('High').waitFor();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.getByRole('alert').waitFor();
  const asItIs = async () => {
    const now = await api('GET', `/api/tasks/${task.id}`);
    return { title: now.title, priority: now.priority };
  };
  assert.deepEqual(await asItIs(), { title: 'Call the ward sister', priority: 'high' });
  // Once more, on top of what has come meanwhile.
  await until(() => drawer.getByLabel('Priority').inputValue(), 'high', 'the priority in the form');
  assert.equal(await title.inputValue(), 'Call the ward sister today');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.waitFor({ state: 'detached' });
  await until(asItIs, { title: 'Call the ward sister today', priority: 'high' }, 'the task');
});

journey('what is written while the line before is on its way is kept', async (t) => {
  const { page, register, api } = t;
  await register();
  let send;
  const held = new Promise((resolve) => (send = resolve));
  await page.route('**/api/tasks', async (route) => {
    if (route.request().method() === 'POST') await held;
    await route.continue();
  });
  await page.goto('/work?view=list');
  const field = page.getByRole('textbox', { name: 'New task' });
  await field.focus();
  await page.keyboard.type('Send the form');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Call the ward');
  send();
  await page.getByRole('button', { name: 'Send the form', exact: true }).waitFor();
  assert.equal(await field.inputValue(), 'Call the ward');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Call the ward', exact: true }).waitFor();
  await until(async () => (await api('GET', '/api/tasks')).items.length, 2, 'the number of tasks');
});
