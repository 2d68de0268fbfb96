// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { addJob, makeReport, uploadResume } from '../material.mjs';
import { until } from '../until.mjs';

journey('the matrix: keyboard through the cells, one without a report makes it', async (t) => {
  const { page, register, look } = t;
  await register();
  await page.goto('/matrix');
  await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor();
  await page.getByRole('link', { name: 'Add a résumé' }).waitFor();
  await uploadResume(t, 'resume-backend.pdf');
  await uploadResume(t, 'resume-nurse.pdf');
  const job = await addJob(t, 'job-backend.txt', { company: 'Tidewater Systems' });
  await addJob(t, 'job-nurse.txt', { company: 'Cedar Ridge Hospital' });
  await addJob(t, 'job-backend.txt', { company: 'Heliotrope Grid' });
  await makeReport(t, job);
  await page.goto('/matrix');
  const grid = page.getByRole('grid');
  await grid.waitFor();
  await page.getByRole('heading', { name: 'The skill that adds most over all your saved jobs' }).waitFor();
  await until(() => grid.getByRole('gridcell').count(), 6, 'the number of cells');
  // Both ads of one kind lack the same: points × jobs, and the terms on demand.
  const sum = await page.getByText(/^2 jobs × [\d.]+ points on average = \+[\d.]+ points$/).innerText();
  await page.getByText('Job by job').click();
  const terms = await page.locator('dl dd').allInnerTexts();
  const [total, ...each] = terms.map(Number).reverse();
  assert.equal(each.length, 2);
  assert.ok(Math.abs(each[0] + each[1] - total) < 0.02, `${terms}`);
  assert.ok(sum.includes(`+${Math.round(total * 10) / 10} points`), `${sum}, ${total}`);
  await look('matrix');
  await grid.locator('[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await until(() => page.evaluate(() => document.activeElement.dataset.at), '1 1', 'the cell with the focus');
  const cell = grid.getByRole('button', { name: /make a report/ }).first();
  await cell.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^All/ }).waitFor();
});
