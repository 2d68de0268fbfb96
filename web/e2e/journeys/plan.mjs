// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { withReport } from '../material.mjs';
import { until } from '../until.mjs';

const preview = (page) => page.getByText(/hours of work, done on/);

journey('what to learn is found, chosen, fitted to hours and a deadline, and becomes tasks', async (t) => {
  const { page, look, api } = t;
  const { job, report } = await withReport(t);
  await page.goto(`/plan?report=${report.id}`);
  const items = page.getByRole('list', { name: 'What you could learn' }).getByRole('listitem');
  await items.first().waitFor();
  const known = await api('GET', `/api/learning-items?gap_report_id=${report.id}`);
  await until(() => items.count(), known.items.length, 'the number of things to learn');
  await preview(page).waitFor();
  await look('plan');
  // On a phone the plan comes after everything there is to choose from: what the choice brings is in sight, and leads there.
  await page.setViewportSize({ width: 360, height: 740 });
  await page.evaluate(() => scrollTo(0, 0));
  const jump = page.getByRole('link', { name: /See the plan$/ });
  await until(() => jump.evaluate((one) => one.getBoundingClientRect().bottom < innerHeight), true, 'whether it is in sight');
  // What has the focus is never under it.
  await page.getByRole('checkbox', { name: /^Plan “/ }).first().focus();
  for (let i = 0; i < 8; i += 1) {
    await page.keyboard.press('Tab');
    const covered = await jump.evaluate((one) => {
      const [bar, focused] = [one, document.activeElement].map((element) => element.getBoundingClientRect());
      return document.activeElement !== one && focused.bottom > bar.top && focused.top < bar.bottom;
    });
    assert.equal(covered, false, `after ${i + 1} × Tab`);
  }
  await jump.click();
  await until(() => page.getByRole('heading', { name: 'Your plan' }).evaluate((one) => one.getBoundingClientRect().top < innerHeight / 2), true, 'whether the plan is in sight');
  await page.setViewportSize({ width: 1280, height: 900 });

  // Everything, by a day that is too near for all of it: some does not fit, and it says why.
  for (const box of await page.getByRole('checkbox', { name: /^Plan “/ }).all()) await box.check();
  await page.getByRole('spinbutton', { name: 'Hours a week' }).fill('90');
  await page.getByText('From 1 to 80.').waitFor();
  await page.getByRole('spinbutton', { name: 'Hours a week' }).fill('6');
  const near = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Done by').fill(near);
  await page.getByText(/do(es)? not fit/).waitFor();
  await look('plan-left-out');

  const add = page.getByRole('button', { name: /^Add \d+ tasks? to my calendar/ });
  const promised = Number(/\d+/.exec(await add.innerText())[0]);
  await add.click();
  await page.getByText(new RegExp(`^${promised} tasks? (is|are) on your calendar`)).waitFor();
  await page.getByText('On your calendar', { exact: true }).first().waitFor();
  const { items: tasks } = await api('GET', '/api/tasks');
  assert.equal(tasks.length, promised);
  const { items: goals } = await api('GET', '/api/goals');
  assert.deepEqual(goals.map(({ title, job_id: on, due_on: due }) => ({ title, on, due })), [{ title: job.title, on: job.id, due: near }]);
  assert.ok(tasks.every(({ goal_id: goal }) => goal === goals[0].id));
  // The goal is there now, and is offered instead of another new one.
  await page.reload();
  await until(() => page.getByLabel('Goal', { exact: true }).inputValue(), goals[0].id, 'the goal of the plan');
});

journey('a plan without a report says what to do first', async ({ page, register, look }) => {
  await register();
  await page.goto('/plan');
  await page.getByRole('heading', { name: 'First hold your résumé against a job' }).waitFor();
  await look('plan-empty');
  await page.getByRole('link', { name: 'Make a report' }).click();
  await page.getByRole('dialog', { name: 'New report' }).waitFor();
});
