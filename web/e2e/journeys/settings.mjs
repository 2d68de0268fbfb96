// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

const card = (page, name) => page.getByRole('region', { name, exact: true });

journey('profile, preferences, password and tokens', { allow: [/403 \(Forbidden\)/, /401 \(Unauthorized\)/] }, async (t) => {
  const { page, register, api, look } = t;
  const { email, password } = await register();
  await page.goto('/settings');
  const profile = card(page, 'Profile');
  await profile.getByLabel('Phone').fill('(202) 555-0143');
  await profile.getByRole('button', { name: 'Save' }).click();
  await profile.getByText(/Write it with the country code/).waitFor();
  await profile.getByLabel('Phone').fill('+1 (202) 555-0143');
  await profile.getByLabel('A line about you').fill('Registered nurse, surgical ward');
  await profile.getByRole('button', { name: 'Save' }).click();
  await profile.getByText('Saved.').waitFor();
  await until(async () => (await api('GET', '/api/profile')).phone, '+12025550143', 'the phone number');
  await card(page, 'Membership').getByText('Reports today').waitFor();
  await look('settings');

  const preferences = card(page, 'Preferences');
  await preferences.getByLabel('Hours a week for learning').fill('8');
  await preferences.getByLabel('Hours a week for learning').press('Enter');
  await preferences.getByText('Saved.').waitFor();
  await preferences.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await until(async () => (await api('GET', '/api/settings')).time_zone, 'Europe/Lisbon', 'the time zone');
  assert.equal((await api('GET', '/api/settings')).weekly_hours, 8);

  const tokens = card(page, 'Access tokens');
  await tokens.getByLabel('What the new token is for').fill('Laptop script');
  await tokens.getByRole('button', { name: 'Make a token' }).click();
  const secret = await tokens.getByLabel('Token “Laptop script”').inputValue();
  const asToken = () => page.evaluate(async (token) => (await fetch('/api/profile', { credentials: 'omit', headers: { Authorization: `Bearer ${token}` } })).status, secret);
  assert.equal(await asToken(), 200);
  await tokens.getByRole('button', { name: 'Revoke Laptop script' }).click();
  await page.getByRole('button', { name: 'Revoke token' }).click();
  await tokens.getByRole('button', { name: 'Revoke Laptop script' }).waitFor({ state: 'detached' });
  // There is no row left to go to.
  await until(() => page.evaluate(() => document.activeElement.textContent), 'Access tokens', 'what has the focus');
  await until(asToken, 401, 'what the token is answered');

  const change = card(page, 'Password');
  await change.getByLabel('Current password').fill('wrong wrong wrong');
  await change.getByLabel('New password').fill('five quiet herons');
  await change.getByRole('button', { name: 'Change the password' }).click();
  await change.getByText('This is not your password.').waitFor();
  await change.getByLabel('Current password').fill(password);
  await change.getByRole('button', { name: 'Change the password' }).click();
  await change.getByText(/^Changed\./).waitFor();
  await api('POST', '/api/auth/login', { email, password: 'five quiet herons' });

  await preferences.getByLabel('Language').selectOption('de');
  await page.getByRole('heading', { name: 'Einstellungen', level: 1 }).waitFor();
  await look('settings-de');
});

journey('a session that is ended in one browser signs the other one out', { allow: [/401 \(Unauthorized\)/] }, async (t) => {
  const { page, register, open } = t;
  const { email, password } = await register();
  const other = await open();
  await other.api('POST', '/api/auth/login', { email, password });
  const stream = other.page.waitForResponse((reply) => reply.url().endsWith('/api/events'));
  await other.page.goto('/goals');
  await stream;
  await other.page.getByRole('heading', { name: 'Where would you like to be?' }).waitFor();
  await page.goto('/settings');
  await card(page, 'Signed-in browsers').getByRole('button', { name: /^Sign out (?!all)/ }).first().click();
  await card(page, 'Signed-in browsers').getByRole('button', { name: /^Sign out (?!all)/ }).waitFor({ state: 'detached' });
  // The other one is told without asking for anything: it says why, and leads back to where one was.
  await other.page.waitForURL(/\/sign-in\?next=%2Fgoals/);
  await other.page.getByText('Your session has ended. Sign in to go on where you were.').waitFor();
  await other.look('sign-in-ended');
  await other.page.getByLabel('E-mail address').fill(email);
  await other.page.getByLabel('Password', { exact: true }).fill(password);
  await other.page.getByRole('button', { name: 'Sign in' }).click();
  await other.page.getByRole('heading', { name: 'Where would you like to be?' }).waitFor();
  await card(page, 'Signed-in browsers').getByText('This browser').waitFor();
});

journey('everything is exported, then the account is erased', { allow: [/403 \(Forbidden\)/, /401 \(Unauthorized\)/] }, async (t) => {
  const { page, register, api, look } = t;
  const { email, password } = await register();
  await api('POST', '/api/notes', { title: 'Rota', body: 'Early shifts.' });
  await page.goto('/settings');
  await card(page, 'Your data').getByRole('button', { name: 'Export my data' }).click();
  const link = card(page, 'Your data').getByRole('link', { name: 'Download' });
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
  assert.match(file.suggestedFilename(), /^headway-my-data.*\.zip$/);

  await card(page, 'Erase the account').getByRole('button', { name: /^Erase my account/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase the account for good?' });
  await dialog.getByLabel('Your password').fill('wrong wrong wrong');
  assert.ok(await dialog.getByRole('button', { name: 'Erase everything' }).isDisabled());
  await dialog.getByLabel(/^Type “erase”/).fill('erase');
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  await dialog.getByText('This is not your password.').waitFor();
  await look('settings-erase');
  await dialog.getByLabel('Your password').fill(password);
  await dialog.getByRole('button', { name: 'Erase everything' }).click();
  // The server ends the session before it answers; nobody is asked to sign in with what is no longer there.
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
  const again = await page.context().request.post('/api/auth/login', { data: { email, password }, headers: { 'X-Headway-Request': '1' } });
  assert.equal(again.status(), 401);
});
