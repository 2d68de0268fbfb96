// SPDX-License-Identifier: GPL-3.0-or-later
import { makeAdmin } from '../admin.mjs';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

journey('an administrator erases an account, brings a damaged release, and has the indexes made anew', async ({ page, api, look, open, server }) => {
  const somebody = await open();
  const person = await somebody.register({ name: 'Teo Marsh' });
  await api('POST', '/api/auth/login', makeAdmin(server));
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Teo Marsh' }).click();
  const drawer = page.getByRole('dialog', { name: 'Teo Marsh' });
  await drawer.getByText('in use: 0').first().waitFor();
  await drawer.getByRole('button', { name: 'Erase this account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Erase this account?' });
  const typed = dialog.getByRole('textbox', { name: `Type ${person.email} to show that you mean it` });
  await typed.fill('teo');
  await until(() => dialog.getByRole('button', { name: 'Erase account' }).isDisabled(), true, 'the button');
  await typed.fill(person.email);
  await look('admin-erase');
  await dialog.getByRole('button', { name: 'Erase account' }).click();
  await drawer.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Teo Marsh' }).waitFor({ state: 'detached' });
  await until(async () => (await somebody.context.request.get('/api/auth/session')).status(), 401, 'the session');

  await page.getByRole('tab', { name: 'Skills and occupations' }).click();
  await page.getByRole('list', { name: 'In use' }).getByText('30.1', { exact: true }).waitFor();
  await page.getByLabel('Release', { exact: true }).fill('30.2');
  await page.getByLabel('File of the release').setInputFiles({ name: 'db_30_2_text.zip', mimeType: 'application/zip', buffer: Buffer.from('PK\x03\x04 and nothing more') });
  await page.getByText('db_30_2_text.zip').waitFor();
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const imports = page.getByRole('list', { name: 'Imports' }).getByRole('listitem');
  await imports.first().getByText('Failed').waitFor();
  await page.getByRole('button', { name: 'Build indexes anew' }).click();
  await imports.nth(1).waitFor();
  await imports.first().getByText('Done').waitFor({ timeout: 120_000 });
  await imports.first().getByText(/O\*NET 30\.1/).waitFor();
  await look('admin-ontology');
});
