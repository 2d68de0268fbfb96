// SPDX-License-Identifier: GPL-3.0-or-later
// Jobs from boards: a server on loopback stands for all of them, as in the tests of the API.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { journey, serveWith } from '../journey.mjs';
import { until } from '../until.mjs';

const answers = new Map();
const held = [];
const boards = createServer((request, response) => {
  const answer = answers.get(request.url.replace(/\?.*/, ''));
  if (answer === 'hold') held.push(response);
  else response.writeHead(answer ? 200 : 404, { 'Content-Type': 'text/html' }).end(answer);
});
boards.listen(0, '127.0.0.1');
await once(boards, 'listening');
boards.unref();
const origin = `http://127.0.0.1:${boards.address().port}`;
serveWith('--boards-origin', origin, '--allow-private-addresses', 'yes', '--request-gap', '0');
after(() => {
  boards.closeAllConnections();
  boards.close();
});

const entry = (id, title, place) => ({
  id,
  title,
  content: '&lt;p&gt;You bring:&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Wound care&lt;/li&gt;&lt;li&gt;Microsoft Excel&lt;/li&gt;&lt;/ul&gt;',
  company_name: 'Lanternfield Home Care',
  location: { name: place },
  first_published: '2026-11-16T09:00:00Z',
  absolute_url: `https://boards.greenhouse.io/lanternfield/jobs/${id}`,
});
const board = (name, entries) => answers.set(`/boards-api.greenhouse.io/v1/boards/${name}/jobs`, JSON.stringify({ jobs: entries }));

journey('jobs of an employer are looked at, fetched, not doubled, and a stuck fetch is cancelled and tried again', async ({ page, register, look }) => {
  await register();
  board('lanternfield', [entry(1, 'Community Nurse', 'Harrowby'), entry(2, 'Night Nurse', 'Porthaven'), entry(3, '', 'Harrowby')]);
  await page.goto('/jobs');
  await page.getByRole('link', { name: 'Fetch' }).click();
  await page.getByRole('heading', { name: 'Nothing was fetched yet' }).waitFor();
  await look('fetch-empty');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await page.getByText('Write what you are looking for.').waitFor();

  // An address chooses its board by itself.
  await page.getByText('Employers', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Employer' }).fill('https://boards.greenhouse.io/lanternfield/jobs/1');
  await page.getByRole('textbox', { name: 'Employer' }).press('Enter');
  const employers = page.getByRole('list', { name: 'Employers to ask' });
  await employers.getByText('lanternfield').waitFor();
  await page.getByRole('textbox', { name: 'Only jobs with these words' }).fill('nurse');
  await page.getByRole('button', { name: 'Part time' }).click();
  const looked = page.waitForRequest('**/api/jobs/fetch-external/test');
  await page.getByRole('button', { name: 'Look first' }).click();
  assert.deepEqual((await looked).postDataJSON().job_types, ['part_time']); // ads that do not say come along
  const preview = page.getByRole('region', { name: 'What a fetch would bring' });
  await preview.getByText('Night Nurse').waitFor();
  await preview.getByText('lanternfield: 1 entry without a title').waitFor();
  await look('fetch-look');

  const fetches = page.getByRole('list', { name: 'Your fetches' }).locator('> li');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await fetches.first().getByText('2 new jobs').waitFor();
  await fetches.first().getByText('2 found · 2 new · 0 there already · 1 not readable').waitFor();
  await fetches.first().getByText('nurse · Part time · lanternfield (Greenhouse)').waitFor();

  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await fetches.nth(1).waitFor();
  await fetches.first().getByText('Nothing new').waitFor();
  await look('fetch');

  // Asked, and not yet given up by the server.
  answers.set('/boards-api.greenhouse.io/v1/boards/slow/jobs', 'hold');
  await page.getByRole('button', { name: 'Take lanternfield out' }).click();
  await page.getByRole('textbox', { name: 'Employer' }).fill('slow');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await fetches.nth(2).waitFor();
  await fetches.first().getByText('Asking Greenhouse').waitFor();
  await fetches.first().getByRole('button', { name: 'Cancel' }).click();
  await fetches.first().getByText('Cancelled').waitFor();
  board('slow', [entry(7, 'School Nurse', 'Harrowby')]);
  await fetches.first().getByRole('button', { name: 'Try again' }).click();
  await fetches.first().getByText('1 new job', { exact: true }).waitFor();

  await fetches.last().getByRole('link', { name: 'See the jobs' }).click();
  await page.waitForURL(/\/jobs\?source=greenhouse/);
  const rows = page.getByRole('list', { name: 'Jobs' }).getByRole('listitem');
  await rows.nth(2).waitFor();
  await until(() => rows.count(), 3, 'the number of jobs');
});

journey('an ad is fetched by its address; one that is none says why', { allow: [/400 \(Bad Request\)/] }, async ({ page, register }) => {
  await register();
  answers.set('/careers/head-chef', `<script type="application/ld+json">${JSON.stringify({ '@type': 'JobPosting', title: 'Head Chef', description: 'Menus, <b>food safety</b>.', hiringOrganization: { name: 'Saltmarsh Inn' } })}</script>`);
  answers.set('/about', '<p>About us</p>');
  await page.goto('/jobs?new');
  await page.getByRole('link', { name: 'Have the address of an ad instead? Fetch it.' }).click();
  const field = page.getByRole('textbox', { name: 'Addresses of ads' });
  await field.fill('no address');
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  await page.getByText(/address cannot be read|only http and https/).first().waitFor();
  await field.fill(`${origin}/careers/head-chef\n${origin}/about`);
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  const fetched = page.getByRole('list', { name: 'Your fetches' }).locator('> li').first();
  await fetched.getByText(/no job|JobPosting/).waitFor();
  await fetched.getByRole('link', { name: 'Open the job' }).click();
  await page.getByRole('heading', { level: 1, name: 'Head Chef' }).waitFor();
  await page.getByText('Saltmarsh Inn').waitFor();
});

journey('a fetch repeats by itself until it is told not to', async ({ page, register, api, look }) => {
  await register();
  board('lanternfield', [entry(1, 'Community Nurse', 'Harrowby')]);
  await page.goto('/fetch?way=employers');
  await page.getByRole('textbox', { name: 'Employer' }).fill('https://boards.greenhouse.io/lanternfield');
  await page.getByRole('combobox', { name: 'Repeat' }).selectOption({ label: 'Now and every week' });
  await page.getByRole('button', { name: 'Fetch', exact: true }).click();
  const schedules = page.getByRole('list', { name: 'Fetches that repeat' });
  await schedules.getByText('lanternfield (Greenhouse)').waitFor();
  await schedules.getByText(/^Every 7 days · next /).waitFor();
  await page.getByRole('list', { name: 'Your fetches' }).getByText('1 new job').waitFor();
  await look('fetch-repeats');
  await schedules.getByRole('button', { name: /^Repeat no more/ }).click();
  await schedules.waitFor({ state: 'detached' });
  await until(async () => (await api('GET', '/api/jobs/fetch-schedules')).items.length, 0, 'the schedules');
});
