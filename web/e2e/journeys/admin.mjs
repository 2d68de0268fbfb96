// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { makeAdmin } from '../admin.mjs';
import { journey } from '../journey.mjs';
import { until } from '../until.mjs';

journey('an administrator finds an account, gives it another plan and limit, disables it, and looks at the server', { allow: [/401 \(Unauthorized\)/] }, async (t) => {
  const { page, api, look, open, server } = t;
  const somebody = await open();
  const person = await somebody.register({ name: 'Teo Marsh' });
  await somebody.page.goto('/admin');
  await somebody.page.getByRole('heading', { name: 'Only for administrators' }).waitFor();
  assert.equal(await somebody.page.getByRole('link', { name: 'Administration' }).count(), 0);

  await api('POST', '/api/auth/login', makeAdmin(server));
  for (let i = 1; i <= 12; i += 1) {
    await api('POST', '/api/admin/users', { email: `person.with.a.long.address.${i}@mail.example`, password: 'four quiet herons', name: i % 3 === 0 ? '' : `Person ${i}` });
  }
  await page.goto('/goals');
  await page.getByRole('link', { name: 'Administration' }).click();
  await page.getByRole('button', { name: 'Teo Marsh' }).waitFor();
  await look('admin-users');
  await page.getByRole('searchbox', { name: 'Search by address or name' }).fill('teo');
  await page.getByRole('button', { name: 'Person 1', exact: true }).waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Teo Marsh' }).click();
  const drawer = page.getByRole('dialog', { name: 'Teo Marsh' });
  await drawer.getByLabel('Plan').selectOption('plus');
  await drawer.getByLabel('Résumés').fill('7');
  await look('admin-user');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.waitFor({ state: 'detached' });
  const membership = await somebody.api('GET', '/api/membership');
  assert.equal(membership.plan, 'plus');
  assert.equal(membership.quotas.find(({ name }) => name === 'resumes').limit, 7);

  await page.getByRole('button', { name: 'Teo Marsh' }).click();
  await drawer.getByRole('switch', { name: /^Disabled/ }).click();
  await drawer.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: /Disabled/ }).waitFor();
  const refused = await somebody.context.request.post('/api/auth/login', { data: { email: person.email, password: person.password }, headers: { 'X-Headway-Request': '1' } });
  assert.ok([401, 403].includes(refused.status()));

  await page.getByRole('tab', { name: 'Health' }).click();
  await page.getByRole('list', { name: 'What was looked at' }).getByRole('listitem').first().waitFor();
  await look('admin-health');
});

journey('an account that another administrator has changed meanwhile is not overwritten', { allow: [/412 \(Precondition Failed\)/] }, async (t) => {
  const { page, api, look, open, server } = t;
  const person = await (await open()).register({ name: 'Mira Holt' });
  await api('POST', '/api/auth/login', makeAdmin(server, 'second@mail.example'));
  await page.goto('/admin');
  await page.getByRole('button', { name: 'Mira Holt' }).click();
  const drawer = page.getByRole('dialog', { name: 'Mira Holt' });
  await drawer.getByLabel('Plan', { exact: true }).selectOption('plus');
  const { items } = await api('GET', `/api/admin/users?q=${encodeURIComponent(person.email)}`);
  const id = items.find(({ email }) => email === person.email).id;
  await api('PATCH', `/api/admin/users/${id}`, { plan: 'host', quotas: { resumes: 9 } }, { 'If-Match': '*' });
  await drawer.getByRole('button', { name: 'Save' }).click();
  const alert = drawer.getByRole('alert', { name: 'This was changed elsewhere meanwhile' });
  await alert.getByText('Host', { exact: true }).waitFor();
  await until(() => drawer.getByLabel('Résumés').inputValue(), '9', 'the limit that the other has given');
  await until(() => drawer.getByLabel('Plan', { exact: true }).inputValue(), 'plus', 'the plan that was chosen here');
  await look('admin-user-conflict');
  await alert.getByRole('button', { name: /^Take this.*Plan/ }).click();
  await drawer.getByLabel('Notes').fill('12');
  await drawer.getByRole('button', { name: 'Save' }).click();
  await drawer.waitFor({ state: 'detached' });
  const now = await api('GET', `/api/admin/users?q=${encodeURIComponent(person.email)}`);
  const user = now.items.find((one) => one.id === id);
  const limitOf = (name) => user.quotas.find((one) => one.name === name).limit;
  assert.deepEqual([user.plan, limitOf('resumes'), limitOf('notes')], ['host', 9, 12]);
});
