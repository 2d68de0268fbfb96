// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { withReport } from '../material.mjs';
import { until } from '../until.mjs';

/// A report that is on the screen.
async function atReport(t) {
  const made = await withReport(t, 'backend');
  await t.page.goto(`/report?id=${made.report.id}`);
  await t.page.getByRole('tab', { name: /^All/ }).waitFor();
  return made;
}

const scoreOf = (page) => page.getByRole('img', { name: /^Score \d+ of 100/ }).first().getAttribute('aria-label');

journey('a report: its arithmetic, its parts without reading again, and the evidence', { allow: [/404 \(Not Found\)/] }, async (t) => {
  const { page, look } = t;
  const { report } = await atReport(t);
  await page.getByRole('heading', { name: 'How the score comes about' }).click();
  await page.getByRole('region', { name: 'How the score comes about' }).waitFor();
  await look('report');

  // Tabs show parts of what is there already; nothing is read again.
  const reads = [];
  page.on('request', (request) => request.url().includes('/api/gap/') && reads.push(request.url()));
  await page.getByRole('tab', { name: /^Missing/ }).click();
  const rows = page.getByRole('list', { name: 'Requirements' }).getByRole('listitem');
  await until(() => rows.count(), report.stats.missing, 'the number of missing ones');
  await page.getByRole('tab', { name: /^Matched/ }).click();
  await until(() => rows.count(), report.stats.matched, 'the number of matched ones');
  assert.deepEqual(reads, []);

  // Both sentences side by side, the words marked.
  await page.getByRole('button', { name: 'Java', exact: true }).click();
  const drawer = page.getByRole('dialog', { name: 'Java' });
  assert.match(await drawer.getByRole('region', { name: 'The ad asks' }).locator('mark').first().innerText(), /Java/i);
  await drawer.getByRole('region', { name: 'Your résumé shows' }).locator('mark').first().waitFor();
  await look('evidence');

  // An address that leads to none is no failure that one could try again.
  await page.goto(`/report?id=${report.job_id}`);
  await page.getByRole('heading', { level: 1, name: 'There is no report here' }).waitFor();
  await page.getByRole('link', { name: 'All reports' }).click();
  await page.getByRole('heading', { level: 1, name: 'Gap reports' }).waitFor();
});

journey('a correction changes the score at once, and the history shows the difference', async (t) => {
  const { page, look, api } = t;
  const { report } = await atReport(t);
  const missing = report.content.requirements.find(({ status, framework }) => status === 'missing' && framework !== 'text');
  const before = await scoreOf(page);
  await page.getByRole('button', { name: missing.name, exact: true }).click();
  await page.getByRole('button', { name: 'I have this' }).click();
  await page.getByText(/^Scored again/).waitFor();
  await page.getByText('You said that you have it.').waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.href.includes(report.id));
  await page.getByText('as you said').waitFor();
  await page.getByRole('img', { name: before, exact: true }).first().waitFor({ state: 'detached' });
  assert.notEqual(await scoreOf(page), before);
  assert.equal((await api('GET', `/api/gap/${report.id}`)).stale, true);

  await page.getByRole('button', { name: /^Compare with the report of/ }).click();
  const changes = page.getByRole('list', { name: 'What changed' });
  await changes.getByText(missing.name).first().waitFor();
  await look('report-differences');

  // The old one says that there is a newer.
  await page.goto(`/report?id=${report.id}`);
  await page.getByText('There is a newer report on this résumé and job.').waitFor();
  await page.getByRole('link', { name: 'Open the newest report' }).click();
  await page.getByText('as you said').waitFor();
});

journey('what if: sliders score again at once, and the server agrees', async (t) => {
  const { page, look } = t;
  const { report } = await atReport(t);
  await page.getByText('What if', { exact: true }).click();
  const [first] = report.content.requirements;
  const now = Number(report.content.score.toFixed(1));
  await page.getByText(`from ${now} to ${now}`, { exact: false }).waitFor(); // nothing is supposed yet
  const slider = page.getByRole('slider', { name: `${first.name}: suppose this level` });
  const answered = page.waitForResponse((reply) => reply.url().endsWith('/what-if'));
  await slider.focus();
  await page.keyboard.press('End');
  const expected = report.content.score + first.gain;
  const text = new RegExp(`from ${Number(report.content.score.toFixed(1))} to ${Number(expected.toFixed(1))}`.replaceAll('.', '\\.'));
  await page.getByText(text).waitFor();
  const answer = await (await answered).json();
  assert.ok(Math.abs(answer.score - expected) < 0.05, `${answer.score} is not ${expected}`);
  await look('report-what-if');
  await page.getByRole('button', { name: 'As it is' }).click();
  await until(() => slider.inputValue(), '0', 'the slider');
});

journey('keyboard only: from the list through a report to its evidence, table and print', async (t) => {
  const { page, look } = t;
  await atReport(t);
  await page.goto('/reports');
  await page.getByRole('link', { name: /Backend Engineer/ }).waitFor();
  await look('reports');
  await page.getByRole('link', { name: /Backend Engineer/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: /^All/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tab', { name: /^Missing/, selected: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const opener = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: opener }).waitFor();
  await page.keyboard.press('Escape');
  await until(() => page.evaluate(() => document.activeElement.textContent), opener, 'what has the focus');
  await page.getByRole('radio', { name: 'Chart' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('region', { name: 'Requirements' }).waitFor();
  await look('report-table');
  // On a phone the tabs and what the table is for are in sight without scrolling sideways.
  await page.setViewportSize({ width: 360, height: 740 });
  for (const part of [page.getByRole('tablist', { name: 'Which requirements' }), page.getByRole('region', { name: 'Requirements' })]) {
    await until(() => part.evaluate((one) => Math.max(0, one.scrollWidth - one.clientWidth)), 0, 'what a phone has no room for');
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.getByRole('heading', { name: 'Evidence', exact: true }).waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
});

journey('another occupation scores the report again, and a new report begins from the palette', async (t) => {
  const { page, look } = t;
  const { report } = await atReport(t);
  const [other] = report.content.other_occupations;
  await page.getByRole('button', { name: 'Change', exact: true }).click();
  await page.getByRole('list', { name: 'Others that fit' }).getByRole('button', { name: other.name }).waitFor();
  await look('report-occupation');
  await page.getByRole('list', { name: 'Others that fit' }).getByRole('button', { name: other.name }).first().click();
  await page.getByText('chosen by you').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('new gap');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: 'New report' }).waitFor();
  await until(() => page.evaluate(() => document.activeElement.labels?.[0]?.textContent ?? ''), (label) => label.includes('Which résumé'), 'what has the focus');
  await look('report-new');
  await page.getByRole('button', { name: 'Make the report' }).click();
  await page.getByRole('tab', { name: /^All/ }).waitFor();
});
