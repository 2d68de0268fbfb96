// SPDX-License-Identifier: GPL-3.0-or-later
// Through a real issuer: in, out, refused, connected.
import assert from 'node:assert/strict';
import { after } from 'node:test';
import { client, startIssuer } from '../issuer.mjs';
import { journey, serveWith } from '../journey.mjs';

const issuer = await startIssuer({
  noor: { email: 'noor@mail.example', email_verified: true, name: 'Noor Haddad' },
  vague: { email: 'vague@mail.example', email_verified: false, name: 'Vague' },
  work: { email: 'ines@work.example', email_verified: true, name: 'Ines at work' },
});
after(() => issuer.stop());
serveWith(
  ...['--oidc-issuer', issuer.url, '--oidc-client-id', client.id, '--oidc-client-secret', client.secret],
  ...['--oidc-name', 'Test issuer', '--oidc-first-sign-in', 'link,create'],
);
// Going there is the point; its page is not ours, and asks for an icon that it has not.
const away = { allow: [new RegExp(`left the machine: ${issuer.url}/`), new RegExp(`${issuer.url}/`)] };

async function signInThere(page, as) {
  await page.getByRole('heading', { name: 'Test issuer' }).waitFor();
  await page.getByLabel('Name').fill(as);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

journey('signing in by the issuer and out again', { allow: [...away.allow, /401 \(Unauthorized\)/] }, async ({ page, look }) => {
  await page.goto('/goals?new');
  await page.waitForURL(/\/sign-in\?next=/);
  await page.getByRole('link', { name: 'Continue with Test issuer' }).waitFor();
  await look('sign-in-issuer');
  await page.getByRole('link', { name: 'Continue with Test issuer' }).click();
  await signInThere(page, 'noor');
  await page.getByRole('dialog', { name: 'New goal' }).waitFor();
  assert.match(page.url(), /\/goals\?new/);
  await page.goto('/settings#ways');
  await page.getByText('The only way into your account').waitFor();
  await page.getByText('This account has no password').waitFor();
  await look('settings-issuer');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Yes, sign me out' }).click();
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
});

journey('turned away with a reason', { allow: [...away.allow, /401 \(Unauthorized\)/] }, async ({ page, look }) => {
  await page.goto('/sign-in?next=/goals');
  await page.getByRole('link', { name: 'Continue with Test issuer' }).click();
  await signInThere(page, 'vague');
  await page.getByText('Your e-mail address is not confirmed at the sign-in service.').waitFor();
  await look('sign-in-turned-away');
  await page.context().clearCookies(); // the issuer knows who it is by now
  await page.getByRole('link', { name: 'Continue with Test issuer' }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.getByText('You did not finish signing in there.').waitFor();
});

journey('connecting the issuer to an account, and erasing one without a password', away, async ({ page, register }) => {
  await register();
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Connect Test issuer' }).click();
  await signInThere(page, 'work');
  await page.getByRole('button', { name: `Disconnect ${issuer.url}` }).waitFor();
  await page.getByRole('button', { name: `Disconnect ${issuer.url}` }).click();
  await page.getByRole('button', { name: 'Connect Test issuer' }).waitFor();
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByRole('link', { name: 'Continue with Test issuer' }).click();
  await signInThere(page, 'work');
  await page.waitForURL(/\/dashboard/);
  await page.goto('/settings#erasure');
  await page.getByRole('button', { name: 'Erase my account …' }).click();
  await page.getByLabel('Type “erase” to show that you mean it').fill('erase');
  await page.getByRole('button', { name: 'Erase everything' }).click();
  await page.getByRole('heading', { level: 1, name: /See what the job asks/ }).waitFor();
});
