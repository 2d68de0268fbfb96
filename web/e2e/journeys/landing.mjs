// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

journey('somebody without an account tries a sample', async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: 'Nurse' }).click();
  await page.getByRole('heading', { name: /^Held against “Registered Nurse/ }).waitFor();
  await page.getByRole('img', { name: /^Score \d+ of 100/ }).first().waitFor();
  await page.locator('summary').first().click();
  await page.getByRole('heading', { name: 'In the ad' }).first().waitFor();
  await look('landing');
});

journey('own texts are compared, and too short ones refused', async ({ page }) => {
  await page.goto('/');
  await page.getByText('My own text').click();
  await page.getByRole('button', { name: 'Hold one against the other' }).click();
  await until(() => page.getByText('Paste at least 20 characters.').count(), 2, 'how often it is too short');
  await page.getByLabel('Résumé, as text').fill('Ines Okafor\nStaff nurse, 2018 - present\n• Wound care on a surgical ward\n• Document in Epic');
  await page.getByLabel('Job ad, as text').fill('Community Nurse\n\nRequirements\n• Wound care\n• Spanish');
  await page.getByRole('button', { name: 'Hold one against the other' }).click();
  await page.getByText('Wound care').first().waitFor();
  await page.getByRole('list', { name: 'What the job asks for' }).getByText('Spanish').first().waitFor();
});

journey('the pages speak German where the browser does', { locale: 'de-AT' }, async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('heading', { level: 1, name: /Sieh, was die Stelle verlangt/ }).waitFor();
  await page.locator('html[lang=de]').waitFor();
  await look('landing-de');
  await page.getByRole('button', { name: 'Sprache' }).click();
  await page.getByRole('menuitemradio', { name: 'English' }).click();
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
});

journey('a chosen theme stays', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('button', { name: 'Appearance' }).click();
  await page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await page.reload();
  await page.locator('html[data-theme=dark]').waitFor();
});

journey('an address that leads nowhere', { allow: [/404 \(Not Found\)/] }, async ({ page, look }) => {
  const reply = await page.goto('/nowhere');
  assert.equal(reply.status(), 404);
  await page.getByRole('heading', { name: 'Off the map' }).waitFor();
  await look('not-found');
});
