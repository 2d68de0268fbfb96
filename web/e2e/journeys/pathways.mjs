// SPDX-License-Identifier: GPL-3.0-or-later
import { journey } from '../journey.mjs';
import { uploadResume } from '../material.mjs';
import { until } from '../until.mjs';

journey('the occupations closest to a résumé: why, what one lacks, search by name and by another title, and on to related ones', async (t) => {
  const { page, register, look } = t;
  await register();
  await page.goto('/pathways');
  await page.getByRole('heading', { name: 'Which ways lead on from where you are?' }).waitFor();
  await look('pathways-empty');
  await uploadResume(t, 'resume-nurse.pdf');
  await uploadResume(t, 'resume-backend.pdf');

  // By the palette; the default résumé is the first one.
  await page.goto('/dashboard');
  await page.getByRole('heading', { name: 'From your résumé to a plan' }).waitFor(); // the page listens to keys by now
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Search pages and actions' }).fill('pathw');
  await page.keyboard.press('Enter');
  const list = page.getByRole('list', { name: 'Occupations by closeness' });
  const cards = list.locator('> li');
  await cards.nth(19).waitFor();
  await page.getByText('1,016 occupations').waitFor();
  // The first is laid open, the others by a key.
  await cards.first().getByRole('heading', { name: 'It still asks for' }).waitFor();
  const second = cards.nth(1).getByRole('heading', { name: 'It still asks for' });
  await until(() => second.isVisible(), false, 'whether the second is open');
  await cards.nth(1).getByText('What you bring and what it asks for').locator('xpath=ancestor::summary').press('Enter');
  await second.waitFor();
  await look('pathways');
  const closeness = () => cards.evaluateAll((all) => all.map((card) => Number.parseFloat(card.querySelector('[role=img]').getAttribute('aria-label').replace(/\D+/, ''))));
  await until(closeness, (all) => all.every((one, i) => i === 0 || one <= all[i - 1]), 'the order');
  await page.getByRole('button', { name: 'Show more' }).click();
  await cards.nth(39).waitFor();

  // Another résumé, other ways; the address keeps it.
  await page.getByLabel('Résumé', { exact: true }).selectOption({ label: 'resume-backend.pdf' });
  await page.waitForURL(/resume=/);
  await list.getByRole('link', { name: 'Software Developers', exact: true }).first().waitFor();
  await page.getByLabel('Search occupations by name').fill('weld');
  await page.waitForURL(/q=weld/);
  await cards.first().getByRole('link', { name: /Weld/ }).first().waitFor();
  await page.reload();
  await cards.first().getByRole('link', { name: /Weld/ }).first().waitFor();

  // A title that is no name leads to the occupation that has it.
  await page.getByLabel('Search occupations by name').fill('ICU nurse');
  await page.getByRole('heading', { name: 'No occupation has these words in its name' }).waitFor();
  await page.getByRole('link', { name: 'Critical Care Nurses' }).click();
  await page.getByRole('heading', { level: 1, name: 'Critical Care Nurses' }).waitFor();
  await page.getByRole('link', { name: 'On O*NET' }).waitFor();
  await page.getByRole('row').nth(1).waitFor();
  // One's name takes two lines at this width: the three bars stand on one line all the same.
  await page.setViewportSize({ width: 768, height: 900 });
  const bars = () => page.locator('main dl dd > span').evaluateAll((all) => new Set(all.map((bar) => Math.round(bar.getBoundingClientRect().top))).size);
  await until(bars, 1, 'the lines on which the bars stand');
  await page.setViewportSize({ width: 1280, height: 900 });
  await look('pathway');
  await page.getByRole('tab', { name: /^Technologies/ }).click();
  await page.getByRole('list', { name: 'Often asked for, and not named' }).getByRole('listitem').first().waitFor();
  const near = page.getByText('Near it').locator('..').getByRole('link').first();
  const name = await near.innerText();
  await near.click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
});
