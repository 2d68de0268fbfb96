// SPDX-License-Identifier: GPL-3.0-or-later
// Letters through a real mail server: an address proved, a forgotten password replaced, no more letters.
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { journey, serveWith } from '../journey.mjs';
import { isInstalled, startMailSink } from '../mail-sink.mjs';

const sink = isInstalled ? await startMailSink() : null;
if (sink) {
  after(() => sink.stop());
  serveWith(...sink.flags, '--public-origin', 'http://headway.example');
} else {
  test('mail', { skip: process.env.CI !== 'true' && 'python3-aiosmtpd is not installed' }, () => assert.fail('python3-aiosmtpd is not installed'));
}
const walk = sink ? journey : () => {};

walk('proving an address, and replacing a forgotten password', { allow: [/401 \(Unauthorized\)/, /400 \(Bad Request\)/] }, async ({ page, register, look }) => {
  const { email } = await register();
  const proof = await sink.next();
  assert.equal(proof.to, email);
  await page.goto(proof.path);
  await page.getByText('Your e-mail address is not confirmed yet').waitFor();
  await look('settings-address');
  await page.getByRole('button', { name: 'Confirm my address' }).click();
  await page.getByText('Your e-mail address is confirmed').waitFor();

  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
  await look('forgot');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('a link is on its way').waitFor();
  const link = await sink.next();
  await page.goto(link.path);
  await page.getByLabel('Password', { exact: true }).fill('six quiet herons');
  await look('reset');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('Your new password holds.').waitFor();
  await page.goto(link.path);
  await page.getByLabel('Password', { exact: true }).fill('seven quiet herons');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('This link was used already').waitFor();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill('six quiet herons');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/dashboard/);
});

walk('a link that stops letters, in the wrong hands', { allow: [/400 \(Bad Request\)/] }, async ({ page, look }) => {
  await page.goto('/unsubscribe?token=not-one');
  await page.getByRole('button', { name: 'Stop the e-mails' }).waitFor();
  await look('unsubscribe');
  await page.getByRole('button', { name: 'Stop the e-mails' }).click();
  await page.getByText('this link cannot be read').waitFor();
});
