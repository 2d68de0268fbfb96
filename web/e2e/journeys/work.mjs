// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { withReport } from '../material.mjs';
import { until } from '../until.mjs';

const later = (day, days) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const today = () => new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone: 'UTC' }).format(new Date());
/// A day of this month that has its week in sight, with room on both sides.
const middle = () => `${today().slice(0, 7)}-15`;

journey('from the plan to a higher score: plan, tasks, drag on the calendar, done, undo', async (t) => {
  const { page, api, look } = t;
  const { report } = await withReport(t);
  await page.goto(`/plan?report=${report.id}`);
  const add = page.getByRole('button', { name: /^Add \d+ tasks? to my calendar/ });
  await add.click();
  await page.getByText(/on your calendar$/).first().waitFor();
  await page.getByRole('link', { name: 'Open the calendar' }).click();
  await page.waitForURL(/\/work/);

  const { items: tasks } = await api('GET', '/api/tasks');
  const task = tasks[0];
  const chip = page.locator(`[data-task="${task.id}"]`).first();
  await chip.waitFor();
  await look('work-month');
  await page.goto(`/work?at=${task.start_on}`);
  await chip.waitFor();

  // One week later by hand, or earlier where the month on the screen ends with this week.
  const on = (day) => page.locator(`[data-day="${day}"]`);
  const target = later(task.start_on, (await on(later(task.start_on, 7)).count()) > 0 ? 7 : -7);
  const cell = on(target);
  await chip.dragTo(cell, { sourcePosition: { x: 20, y: 10 }, force: true });
  await page.getByText(new RegExp(`“${task.title}” now begins on`)).first().waitFor();
  // It is said as soon as it is dropped, before the server has it.
  await until(async () => (await api('GET', `/api/tasks/${task.id}`)).start_on, target, 'the first day of the task');
  const now = await api('GET', `/api/tasks/${task.id}`);
  assert.equal(Date.parse(now.end_on) - Date.parse(now.start_on), Date.parse(task.end_on) - Date.parse(task.start_on), 'it keeps its length');

  // Done: the score rises, and that is said; undone, it falls back.
  await chip.click();
  const drawer = page.getByRole('dialog', { name: 'Task' });
  await drawer.getByText(/Done, it brings/).waitFor();
  await look('work-task');
  await drawer.getByLabel('Mark as done').click();
  const told = page.getByText(/is done\. Your score for .* went from/);
  await told.waitFor();
  const [, from, to] = /from (\d+(?:\.\d+)?) to (\d+(?:\.\d+)?)/.exec(await told.innerText()).map(Number);
  assert.ok(to > from, `${from} → ${to}`);
  const score = async () => (await api('GET', '/api/gap-reports?latest=true')).items[0].stats.score;
  assert.ok((await score()) > report.content.score);
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await until(async () => (await api('GET', `/api/tasks/${task.id}`)).done, false, 'whether the task is done');
  // The report that holds is the one from before, and its score the one that is shown.
  await until(score, report.content.score, 'the score');
  await page.goto('/reports');
  await page.getByRole('img', { name: new RegExp(`^Score ${Math.round(report.content.score)} of 100`) }).first().waitFor();
});

journey('keyboard only: a task is written, moved with arrows and with the dialog, and done', async (t) => {
  const { page, register, api, look } = t;
  await register();
  const day = middle();
  await api('POST', '/api/tasks', { title: 'Call the team lead', start_on: day, end_on: day, priority: 'high' });
  await page.goto(`/work?at=${day}`);
  const chip = page.getByRole('button', { name: /^Call the team lead, / });
  await chip.waitFor();
  await chip.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await page.locator(`[data-task]:focus[aria-label*="${Number(day.slice(8)) + 1}, "]`).waitFor();
  await page.keyboard.press('Shift+ArrowDown');
  await until(async () => (await api('GET', '/api/tasks')).items[0].start_on, later(day, 8), 'the first day of the task');
  await page.locator('[data-task]:focus').waitFor();

  // Tab stops once at the days of a week; arrows reach each of them, and those of other weeks.
  const dayWithFocus = () => page.evaluate(() => document.activeElement.closest('[data-day]')?.dataset.day ?? null);
  await page.getByRole('button', { name: 'Next month' }).focus();
  await page.keyboard.press('Tab');
  const first = await dayWithFocus();
  assert.notEqual(first, null);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  assert.equal(await dayWithFocus(), later(first, 1));
  await page.keyboard.press('ArrowDown');
  assert.equal(await dayWithFocus(), later(first, 8));
  await page.keyboard.press('Tab');
  const then = await dayWithFocus();
  const monday = (of) => later(of, -((new Date(of).getUTCDay() + 6) % 7));
  assert.ok(then === null || monday(then) > monday(later(first, 8)), `${first}, then ${then}`);

  await page.goto('/work?view=list');
  await page.getByRole('textbox', { name: 'New task' }).focus();
  await page.keyboard.type('Send the form');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send the form', exact: true }).waitFor();
  await look('work-list');
  await page.getByRole('button', { name: 'Actions for Send the form' }).focus();
  await page.keyboard.press('Enter');
  await page.locator('[role=menuitem]:focus').waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Move “Send the form”' });
  await dialog.getByRole('button', { name: 'Tomorrow' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/“Send the form” now begins on/).waitFor();
  await page.getByRole('checkbox', { name: '“Send the form” is done' }).focus();
  await page.keyboard.press('Space');
  await page.getByText('“Send the form” is done.').first().waitFor();
  await page.getByRole('button', { name: 'Send the form', exact: true }).waitFor({ state: 'detached' });
});

journey('a task that repeats says how in words, and its later days are shown as such', async (t) => {
  const { page, register, api, look } = t;
  await register();
  const first = `${today().slice(0, 7)}-02`;
  await page.goto(`/work?at=${first}&new=${first}`);
  const drawer = page.getByRole('dialog', { name: 'New task' });
  await drawer.getByLabel('What is to be done?').fill('Review vocabulary');
  await drawer.getByLabel('How often').selectOption('WEEKLY');
  const day = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(new Date(`${first}T00:00:00Z`));
  await drawer.getByText(`Every week on ${day}`, { exact: true }).waitFor();
  await drawer.getByLabel('Ends', { exact: true }).selectOption('count');
  await drawer.getByLabel('How many times').fill('3');
  await drawer.getByText(`Every week on ${day}, 3 times`).waitFor();
  await look('work-recurrence');
  await drawer.getByRole('button', { name: 'Create task' }).click();
  await page.getByRole('button', { name: /^Review vocabulary, will repeat/ }).first().waitFor();
  await until(() => page.getByRole('button', { name: /^Review vocabulary, will repeat/ }).count(), 2, 'the number of later days');
  const { items } = await api('GET', '/api/tasks');
  assert.match(items[0].recurrence, /^FREQ=WEEKLY;BYDAY=(MO|TU|WE|TH|FR|SA|SU);COUNT=3$/);
  // Doing it makes the next one a task of its own.
  await page.getByRole('button', { name: /^Review vocabulary, (?!will)/ }).click();
  await page.getByRole('dialog', { name: 'Task' }).getByLabel('Mark as done').click();
  await page.getByRole('button', { name: /^Review vocabulary, done/ }).waitFor();
  await until(async () => (await api('GET', '/api/tasks')).items.length, 2, 'the number of tasks');
});

journey('filters, a note beside a task, and the calendar feed', async (t) => {
  const { page, register, api, look } = t;
  await register();
  const day = middle();
  const goal = await api('POST', '/api/goals', { title: 'Move to community nursing' });
  for (let i = 0; i < 30; i += 1) {
    await api('POST', '/api/tasks', {
      title: i === 7 ? 'Ask the ward sister for a day with the community team, and write down everything that she says about it' : `Wound care, part ${i + 1}`,
      start_on: later(day, (i % 9) - 4),
      end_on: later(day, (i % 9) - 4 + (i % 4)),
      priority: ['high', 'medium', 'low', 'optional'][i % 4],
      goal_id: i % 3 === 0 ? goal.id : null,
      minutes: 30 + i * 10,
    });
  }
  await page.goto(`/work?at=${day}`);
  await page.getByRole('button', { name: /more$/ }).first().waitFor();
  await look('work-full');
  await page.goto(`/work?view=week&at=${day}`);
  await page.locator('[data-task]').first().waitFor();
  await look('work-week');
  await page.getByText('List', { exact: true }).click();
  await page.getByRole('list', { name: 'Tasks' }).waitFor();
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('ward sister');
  await page.getByRole('button', { name: /^Ask the ward sister/ }).waitFor();
  await page.getByRole('button', { name: 'Wound care, part 1', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('searchbox', { name: 'Search tasks' }).fill('');
  await page.getByRole('button', { name: /^Move to community nursing/ }).click();
  await page.getByRole('button', { name: 'Wound care, part 2', exact: true }).waitFor({ state: 'detached' });
  await page.getByText('More filters').click();
  await page.getByLabel('Priority').selectOption('high');
  await page.getByRole('button', { name: 'Wound care, part 4', exact: true }).waitFor({ state: 'detached' });
  await look('work-filters');

  await page.getByRole('button', { name: 'Wound care, part 1', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Task' });
  await drawer.getByLabel('New note').fill('She is on leave until **Monday**.');
  await drawer.getByRole('button', { name: 'Keep the note' }).click();
  await drawer.getByText(/She is on leave until/).first().waitFor();
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Calendar feed' }).click();
  const feed = page.getByRole('dialog', { name: 'Your tasks in another calendar' });
  await feed.getByRole('button', { name: 'Make the address' }).click();
  const address = await feed.getByLabel('Address of your calendar').inputValue();
  await look('work-feed');
  const path = new URL(address).pathname;
  const reply = await page.context().request.get(path);
  assert.match(await reply.text(), /BEGIN:VCALENDAR[\s\S]*Wound care/);
  await feed.getByRole('button', { name: 'Revoke it' }).click();
  await feed.getByRole('button', { name: 'Make the address' }).waitFor();
  assert.equal((await page.context().request.get(path)).status(), 404);
});

journey('on a phone: from the month to a day, a task is moved and done', { viewport: { width: 360, height: 740 } }, async (t) => {
  const { page, register, api } = t;
  await register();
  const day = middle();
  await api('POST', '/api/tasks', { title: 'Call the team lead', start_on: day, end_on: day });
  await page.goto(`/work?at=${day}`);
  const withTask = page.getByRole('button', { name: /, 1 task, show its week$/ });
  await withTask.waitFor();
  // Tab stops once in the month; arrows go on from there, and the day that is opened has the focus in its week.
  const stops = page.locator('ol button[data-day][tabindex="0"]');
  assert.equal(await stops.count(), 1);
  await page.getByRole('button', { name: 'Next month' }).focus();
  await page.keyboard.press('Tab');
  const focused = () => page.evaluate(() => document.activeElement.dataset.day ?? document.activeElement.dataset.heads);
  const from = await until(focused, (at) => at !== undefined, 'the day that Tab stopped at');
  for (const [key, by] of [['ArrowDown', 7], ['ArrowUp', -7], ['ArrowRight', 1], ['ArrowLeft', -1]]) {
    const before = await focused();
    await page.keyboard.press(key);
    assert.equal(await focused(), later(before, by), `${key} from ${before}`);
  }
  assert.equal(await focused(), from);
  await withTask.focus();
  assert.equal(await stops.getAttribute('data-day'), day);
  await page.keyboard.press('Enter');
  await until(focused, day, 'the day with the focus in the week');
  await page.getByRole('button', { name: /^Call the team lead, / }).click();
  const drawer = page.getByRole('dialog', { name: 'Task' });
  await drawer.getByLabel('From', { exact: true }).fill(later(day, 1));
  await drawer.getByLabel('To', { exact: true }).fill(later(day, 1));
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.waitFor({ state: 'detached' });
  await until(async () => (await api('GET', '/api/tasks')).items[0].start_on, later(day, 1), 'the first day of the task');
  await page.getByText('List', { exact: true }).click();
  await page.getByRole('checkbox', { name: '“Call the team lead” is done' }).click();
  await page.getByText('“Call the team lead” is done.').first().waitFor();
  await page.getByText('Done', { exact: true }).click();
  await page.getByRole('checkbox', { name: '“Call the team lead” is done' }).waitFor();
});
