// SPDX-License-Identifier: GPL-3.0-or-later
import { journey } from '../journey.mjs';
import { sampleText } from '../material.mjs';
import { until } from '../until.mjs';

const companies = ['Lanternfield Home Care', 'Heliotrope Grid', 'Quillmoor & Daughters Freight Forwarding and Customs Brokerage', 'Saltmarsh General Hospital'];
const titles = ['Community Nurse', 'Senior Backend Engineer', 'Accountant', 'Head Chef', 'Welder', 'Paralegal'];

/// A dozen jobs of several kinds, some with all that can be known of one.
async function withJobs({ api }, count = 12) {
  const made = [];
  for (let i = 0; i < count; i += 1) {
    made.push(
      await api('POST', '/api/jobs', {
        title: `${titles[i % titles.length]} ${i + 1}`,
        company: companies[i % companies.length],
        location: i % 3 === 0 ? 'Harrowby' : 'Porthaven',
        remote: i % 4 === 1,
        job_type: i % 2 === 0 ? 'full_time' : null,
        salary: i % 3 === 0 ? { min: 41_000, max: 46_000, currency: 'EUR', period: 'year' } : null,
        description: `${titles[i % titles.length]}\n\nRequirements\n• Wound care\n• Microsoft Excel\n• English at C1\n\nNice to have\n• Spanish\n`,
      }),
    );
  }
  return made;
}

journey('a pasted job is read, saved, corrected, and moved by keyboard', async ({ page, register, api, look }) => {
  await register();
  await api('POST', '/api/resumes', { name: 'Nursing', text: await sampleText('resume-logistics.txt') });
  await page.goto('/jobs');
  await page.getByRole('heading', { name: 'Which job would you like to have?' }).waitFor();
  await page.getByRole('button', { name: 'Add a job' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a job' });
  await dialog.getByRole('button', { name: 'Add job' }).click();
  await dialog.getByText('Paste the ad, or give at least a title.').waitFor();
  await dialog.getByRole('textbox', { name: 'The ad', exact: true }).fill(await sampleText('job-nurse.txt'));
  await dialog.getByRole('button', { name: 'Add job' }).click();

  // The title is its first line; requirements are marked in its text.
  const title = 'Registered Nurse – Intensive Care Unit (full time, nights)';
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await page.getByText('Registered Nurses', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'CRRT: Continuous renal replacement therapy, Nice to have' }).waitFor();
  await page.getByRole('button', { name: `Save ${title}` }).click();
  await page.getByRole('list', { name: 'Steps so far' }).getByText('Saved').waitFor();
  await page.getByRole('button', { name: 'Mechanical ventilation: Mechanical ventilation, Must' }).click();
  await page.getByText('The ad names no level; asked for without one.').waitFor();
  await look('job');

  const list = page.getByRole('list', { name: 'Requirements' });
  const row = list.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Mechanical ventilation/ }) }).first();
  await row.getByRole('button', { name: 'Correct' }).click();
  await row.getByText('Nice to have', { exact: true }).click();
  await row.getByRole('button', { name: 'Keep' }).click();
  await row.getByText('Yours').first().waitFor();
  await page.getByRole('button', { name: 'Mechanical ventilation: Mechanical ventilation, Nice to have' }).waitFor();

  await page.goto('/jobs?view=board');
  const move = page.getByRole('button', { name: `Move ${title}` });
  await move.waitFor();
  await move.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Interview' }).waitFor();
  await page.keyboard.press('i');
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Interview' }).getByRole('link', { name: title }).waitFor();
  await until(async () => (await api('GET', '/api/job-collections')).items[0].stage, 'interview', 'the stage of the job');
  await page.reload();
  await page.getByRole('region', { name: 'Interview' }).getByRole('link', { name: title }).waitFor();
});

journey('jobs are searched, filtered, saved; cards of the board are dragged', { viewport: { width: 1440, height: 1400 } }, async (t) => {
  const { page, register, look, api } = t;
  await register();
  await api('POST', '/api/resumes', { name: 'Logistics', text: await sampleText('resume-logistics.txt') });
  const made = await withJobs(t);
  for (const job of made.slice(0, 5)) await api('POST', `/api/job-collections/${job.id}`);
  await page.goto('/jobs');
  const rows = page.getByRole('list', { name: 'Jobs' }).getByRole('listitem');
  await rows.nth(11).waitFor();
  await look('jobs');

  await page.getByLabel('Search title, company, place and text').fill('accoun');
  await page.waitForURL(/q=accoun/);
  await rows.nth(2).waitFor({ state: 'detached' });
  await until(() => rows.count(), 2, 'the number of jobs');
  await page.getByLabel('Search title, company, place and text').fill('');
  await rows.nth(11).waitFor();
  // Two clicks in one breath, before the page has followed the first.
  await page.evaluate(() => {
    for (const name of ['Saved', 'Remote']) [...document.querySelectorAll('button[aria-pressed]')].find((b) => b.textContent === name).click();
  });
  await page.waitForURL((url) => url.searchParams.get('saved') === 'true' && url.searchParams.get('remote') === 'true');
  await rows.nth(1).waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Senior Backend Engineer 2' }).click();
  await page.getByRole('heading', { level: 1, name: 'Senior Backend Engineer 2' }).waitFor();
  await page.goBack();
  await rows.nth(0).waitFor();
  await page.waitForURL(/remote=true/);
  await page.getByRole('button', { name: 'Filters' }).click();
  await page.getByRole('textbox', { name: 'Place' }).fill('Nowhere at all');
  await page.getByRole('textbox', { name: 'Place' }).press('Enter');
  await page.getByRole('heading', { name: 'No job is like that' }).waitFor();
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await rows.nth(11).waitFor();

  await page.getByText('Board', { exact: true }).click();
  const applied = page.getByRole('region', { name: 'Applied' });
  const saved = page.getByRole('region', { name: 'Saved', exact: true });
  await saved.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Head Chef 4' }) }).dragTo(applied);
  await applied.getByRole('link', { name: 'Head Chef 4' }).waitFor();
  await look('jobs-board');
});

journey('the occupation is chosen, a step is dated, the job edited and deleted; nobody else sees it', { allow: [/404 \(Not Found\)/] }, async (t) => {
  const { page, register, api, open, look } = t;
  await register();
  const [job] = await withJobs(t, 1);
  await api('POST', `/api/job-collections/${job.id}`);
  await page.goto(`/job?id=${job.id}`);
  await page.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('combobox', { name: 'Find an occupation' }).fill('nurse practitionr');
  await page.getByRole('option', { name: /^Nurse Practitioners/ }).click();
  await page.getByText('Chosen by you').waitFor();
  await page.getByRole('button', { name: 'Record a step' }).click();
  await page.getByLabel('On', { exact: true }).fill('2026-11-20');
  await page.getByRole('button', { name: 'Record', exact: true }).click();
  await page.getByRole('list', { name: 'Steps so far' }).getByText('Nov 20, 2026').waitFor();

  await page.getByRole('button', { name: `Actions for ${job.title}` }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await look('job-form');
  await page.getByRole('textbox', { name: 'Title' }).fill('District Nurse');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'District Nurse' }).waitFor();

  const other = await open();
  await other.register();
  await other.page.goto('/jobs');
  await other.page.getByRole('heading', { name: 'Which job would you like to have?' }).waitFor();
  await other.look('jobs-empty');
  await other.page.goto(`/job?id=${job.id}`);
  await other.page.getByRole('heading', { name: 'There is no job here' }).waitFor();

  await page.getByRole('button', { name: 'Actions for District Nurse' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete job' }).click();
  await page.getByRole('heading', { name: 'Which job would you like to have?' }).waitFor();
});

journey('a job that was changed elsewhere while its form was filled in is not overwritten', { allow: [/412 \(Precondition Failed\)/] }, async (t) => {
  const { page, register, api, look } = t;
  await register();
  const job = await api('POST', '/api/jobs', { title: 'Nurse', company: 'Cedar Ridge Hospital', location: 'Harrowby', description: 'Requirements\n• Wound care\n' });
  await page.goto(`/job?id=${job.id}`);
  await page.getByRole('button', { name: 'Actions for Nurse' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the job' });
  const field = (name) => dialog.getByRole('textbox', { name });
  await field('Title').fill('Night nurse');
  const theirs = { title: 'Senior nurse', company: 'Saltmarsh General Hospital', location: 'Harrowby', description: job.description };
  await api('PUT', `/api/jobs/${job.id}`, theirs, { 'If-Match': '*' });
  // The page behind has heard of it; the form is still about what it was filled from.
  await page.getByRole('heading', { level: 1, name: 'Senior nurse', includeHidden: true }).waitFor();
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const alert = dialog.getByRole('alert', { name: 'This was changed elsewhere meanwhile' });
  await alert.getByText('Senior nurse').waitFor();
  await until(() => field('Company').inputValue(), 'Saltmarsh General Hospital', 'the company in the form');
  await until(() => field('Title').inputValue(), 'Night nurse', 'the title in the form');
  await look('job-conflict');
  const asItIs = async () => {
    const now = await api('GET', `/api/jobs/${job.id}`);
    return { title: now.title, company: now.company };
  };
  await until(asItIs, { title: 'Senior nurse', company: 'Saltmarsh General Hospital' }, 'the job');
  await alert.getByRole('button', { name: /^Take this.*Title/ }).click();
  await until(() => field('Title').inputValue(), 'Senior nurse', 'the title in the form');
  await field('Place').fill('Porthaven');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await until(async () => (await api('GET', `/api/jobs/${job.id}`)).location, 'Porthaven', 'the place of the job');
  await until(asItIs, { title: 'Senior nurse', company: 'Saltmarsh General Hospital' }, 'the job');
});
