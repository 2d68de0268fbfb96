// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';

journey('from the landing page to a first goal', async ({ page, look }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Create an account' }).first().click();
  await page.getByRole('heading', { name: 'Create an account' }).waitFor();
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByText('Use at least 10 characters.').waitFor();
  await look('register');
  await page.getByLabel('Your name').fill('Ines Okafor');
  await page.getByLabel('E-mail address').fill('ines@mail.example');
  await page.getByLabel('Password', { exact: true }).fill('four quiet herons');
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/register'));
  await page.goto('/goals');
  await page.getByRole('heading', { name: 'Where would you like to be?' }).waitFor();
  await look('goals-empty');
  await page.getByRole('button', { name: 'New goal' }).first().click();
  await page.getByLabel('What do you want to reach?').fill('Move to community nursing');
  await page.getByRole('button', { name: 'Create goal' }).click();
  await page.getByRole('heading', { name: 'Move to community nursing' }).waitFor();
});

journey('signing in again, and back to where one wanted to go', { allow: [/401 \(Unauthorized\)/] }, async ({ page, register, look }) => {
  const { email, password } = await register();
  await page.context().clearCookies();
  await page.goto('/goals?new');
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('wrong wrong wrong');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('The address or the password is wrong.').waitFor();
  await look('sign-in');
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('dialog', { name: 'New goal' }).waitFor();
  assert.match(page.url(), /\/goals\?new/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
});
