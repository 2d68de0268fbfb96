// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

journey('a long column of the board shows its first cards, the others on demand', async (t) => {
  const { page, register, api, look } = t;
  await register();
  for (let i = 1; i <= 13; i += 1) {
    const job = await api('POST', '/api/jobs', { title: `Night nurse ${i}`, description: 'Requirements\n• Wound care\n' });
    await api('POST', `/api/job-collections/${job.id}`);
  }
  await page.goto('/jobs?view=board');
  const column = page.getByRole('region', { name: 'Saved', exact: true });
  const cards = column.getByRole('listitem');
  const all = column.getByRole('button', { name: 'Show all 13' });
  await all.waitFor();
  assert.equal(await cards.count(), 8);
  await look('jobs-board-long');
  const ninth = async () => (await api('GET', '/api/job-collections?sort=stage_on&limit=100')).items[8].job.title;
  await all.focus();
  await page.keyboard.press('Enter');
  await until(() => cards.count(), 13, 'the number of cards');
  await until(() => page.evaluate(() => document.activeElement.textContent), await ninth(), 'the card with the focus');
  await column.getByRole('button', { name: 'Show fewer' }).click();
  await until(() => cards.count(), 8, 'the number of cards');
});
