// SPDX-License-Identifier: GPL-3.0-or-later
import { journey } from '../journey.mjs';
import { addJob, uploadResume } from '../material.mjs';
import { until } from '../until.mjs';

const nurse = 'Registered Nurse – Intensive Care Unit (full time, nights)';

journey('jobs stand in the order of their fit, those below a fit are left out, and the address keeps both', async (t) => {
  const { page, register, look } = t;
  await register();
  for (const name of ['job-nurse.txt', 'job-backend.txt', 'job-chef.txt']) await addJob(t, name, { save: false });
  await page.goto('/jobs');
  const rows = page.getByRole('list', { name: 'Jobs' }).getByRole('listitem');
  await rows.nth(2).waitFor();
  const order = page.getByLabel('Order');
  await order.waitFor();
  // Without a résumé nothing fits better than anything else.
  await order.locator('option[value=fit]').waitFor({ state: 'detached' });

  await uploadResume(t, 'resume-nurse.pdf');
  await page.reload();
  await rows.nth(2).waitFor();
  await order.selectOption('fit');
  await page.waitForURL(/sort=fit/);
  await rows.first().getByRole('link', { name: nurse }).waitFor();
  const fits = () => page.locator('ul[aria-busy=false]').getByRole('img', { name: / of 100$/ }).evaluateAll((all) => all.map((one) => Number.parseFloat(one.getAttribute('aria-label').replace(/\D+/, ''))));
  await page.locator('ul[aria-busy=false]').waitFor();
  const falling = (all) => all.length === 3 && all.every((fit, i) => i === 0 || fit <= all[i - 1]);
  const shown = await until(fits, falling, 'the fits in order');

  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('spinbutton', { name: 'Fit at least' }).fill(String(Math.floor(shown[0])));
  await page.getByRole('spinbutton', { name: 'Fit at least' }).press('Enter');
  await page.waitForURL(/min_fit=/);
  await rows.nth(1).waitFor({ state: 'detached' });
  await page.reload();
  await rows.first().waitFor();
  await look('jobs-fit');
  await rows.first().getByRole('link', { name: nurse }).click();
  await page.getByRole('heading', { level: 1, name: nurse }).waitFor();
  await page.goBack();
  await page.getByRole('button', { name: 'Filters, 1 on' }).waitFor();
  await rows.first().waitFor();
  await until(() => rows.count(), 1, 'the number of jobs');
  await until(() => order.inputValue(), 'fit', 'the order');

  // All filters cleared, the words leave the field too.
  const search = page.getByLabel('Search title, company, place and text');
  await search.fill('zebra');
  await page.getByRole('heading', { name: 'No job is like that' }).waitFor();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await rows.nth(2).waitFor();
  await until(() => search.inputValue(), '', 'the search');
});
