// SPDX-License-Identifier: GPL-3.0-or-later
// All pages in German: nothing on them is English but names and texts of people.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { makeAdmin } from '../admin.mjs';
import { journey } from '../journey.mjs';
import { addJob, makeReport, uploadResume } from '../material.mjs';
import { germanOnly } from '../spoken.mjs';
import { until } from '../until.mjs';

const german = { locale: 'de-DE' };

/// A page that is there: its heading is, and what it waits for.
async function at(page, address, name) {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name }).waitFor();
}

journey('in German: what is read of a résumé, a report, its evidence and what changed', german, async (t) => {
  const { page, register, look } = t;
  const isGerman = germanOnly(page);
  await register({ language: 'de' });
  const resume = await uploadResume(t, 'resume-nurse.pdf');
  await at(page, `/resume?id=${resume.id}`, /resume-nurse/);
  await page.getByRole('heading', { name: 'In Kürze' }).waitFor();
  await page.getByRole('button', { name: /^Rund \d+ Jahre Arbeit in \d+ datierten Stationen\.$/ }).waitFor();
  await page.getByRole('button', { name: /^Letzte Stationen: „.+“(, „.+“)? und „.+“\.$/ }).waitFor();
  await page.getByRole('button', { name: /^Sprachen: \p{L}+ und \p{L}+\.$/u }).waitFor();
  // Each skill with the reasons of its level and the words that show it.
  const skills = page.getByRole('list', { name: 'Fähigkeiten' }).getByRole('button', { expanded: false });
  for (let i = 0; i < 6; i += 1) {
    await skills.nth(i).click();
    await isGerman(`skill ${i} of the résumé`);
  }
  await page.getByText('Im Lebenslauf genannt: Man hat es oder hat es nicht.').or(page.getByText(/in datierten Stationen, die es zeigen\./)).first().waitFor();
  await look('resume-de');

  const job = await addJob(t, 'job-nurse.txt', { title: 'Registered Nurse, Intensive Care', company: 'Cedar Ridge Hospital' });
  await at(page, `/job?id=${job.id}`, /Registered Nurse/);
  await page.getByRole('list', { name: 'Anforderungen' }).getByRole('button').first().click();
  await isGerman('a job');

  const report = await makeReport(t, job);
  await page.goto(`/report?id=${report.id}`);
  await page.getByRole('tab', { name: /^Alle/ }).waitFor();
  await isGerman('a report');
  // The file that one keeps or hands on is German as well.
  await page.getByRole('button', { name: 'Exportieren' }).click();
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: 'Seite (HTML)' }).click()]);
  assert.match(file.suggestedFilename(), /^headway-gap-report-registered-nurse.*\.html$/);
  const exported = await readFile(await file.path(), 'utf8');
  assert.match(exported, /<html lang="de">/);
  assert.match(exported, /<h4>Die Stelle verlangt<\/h4>/);
  const { requirements } = report.content;
  for (const support of ['named', 'implied', 'transfer', 'none']) {
    const found = requirements.find((one) => one.support === support);
    if (!found) continue;
    await page.getByRole('button', { name: found.name, exact: true }).first().click();
    const drawer = page.getByRole('dialog', { name: found.name });
    await drawer.getByRole('region', { name: 'Die Anzeige verlangt' }).getByRole('figure').first().waitFor();
    await isGerman(`the evidence of ${found.name} (${support})`);
    await page.keyboard.press('Escape');
  }
  // On paper all evidence stands there at once, with why it counts.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.getByRole('heading', { name: 'Belege', exact: true }).waitFor();
  const because = requirements.flatMap((one) => one.resume_evidence.slice(0, 3)).filter((piece) => piece.because !== null);
  assert.ok(because.length > 2, 'there is evidence that says why');
  for (const piece of because) assert.equal(await page.getByText(piece.because).count(), 0, piece.because);
  await isGerman('a printed report');
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));

  const missing = requirements.find(({ status, framework }) => status === 'missing' && framework !== 'text');
  await page.getByRole('button', { name: missing.name, exact: true }).first().click();
  await page.getByRole('button', { name: 'Das habe ich', exact: true }).click();
  await page.getByText(/^Neu berechnet/).waitFor();
  await page.keyboard.press('Escape');
  await page.waitForURL((url) => !url.href.includes(report.id));
  await page.getByRole('button', { name: /^Mit dem Abgleich vom .* vergleichen$/ }).click();
  await page.getByRole('list', { name: 'Was sich geändert hat' }).getByText(/^Du hast das am \d\d\.\d\d\.\d{4} hinzugefügt\.$/).first().waitFor();
  await isGerman('what changed');
  await look('report-de');
});

journey('in German: pathways, plan, tasks, chat and the rest of what one plans with', german, async (t) => {
  const { page, register, api, look } = t;
  const isGerman = germanOnly(page);
  await register({ language: 'de' });
  for (const [address, name] of [['/dashboard', /./], ['/reports', 'Abgleiche'], ['/pathways', 'Wege'], ['/plan', 'Plan'], ['/work', 'Aufgaben'], ['/goals', 'Ziele'], ['/notes', 'Notizen'], ['/matrix', 'Matrix']]) {
    await at(page, address, name);
    await isGerman(`${address}, empty`);
  }
  await uploadResume(t, 'resume-backend.pdf');
  const job = await addJob(t, 'job-backend.txt', { company: 'Tidewater Systems' });
  const report = await makeReport(t, job);

  await at(page, '/pathways', 'Wege');
  await isGerman('pathways');
  await at(page, '/pathway?code=15-1252.00', 'Software Developers');
  await page.getByText(/, von O\*NET als verwandt mit diesem Beruf geführt: Das zählt zu \d+ %\.$|ist Arbeit in diesem Beruf\.$/).first().waitFor();
  await page.getByText(/^Du deckst \d+ % der Fähigkeiten und des Wissens ab/).first().waitFor();
  await isGerman('one pathway');
  await look('pathway-de');

  await page.goto(`/plan?report=${report.id}`);
  await page.getByRole('list', { name: 'Was du lernen könntest' }).getByRole('listitem').first().waitFor();
  await page.getByText(/^Bringt .* von \d,\d auf \d,\d/).first().waitFor();
  await page.getByText(/Stunden Arbeit, fertig am/).waitFor();
  await isGerman('a plan');
  const near = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  for (const box of await page.getByRole('checkbox', { name: / einplanen$/ }).all()) await box.check();
  await page.getByLabel('Fertig bis').fill(near);
  await page.getByText(/^Es wäre erst am \d\d\.\d\d\.\d{4} fertig, nach der Frist\.$/).first().waitFor();
  await isGerman('a plan that does not fit');
  await page.getByRole('button', { name: /^\d+ Aufgaben? in den Kalender/ }).click();
  await page.getByText(/in deinem Kalender$/).first().waitFor();

  const { items: tasks } = await api('GET', '/api/tasks');
  for (const view of ['month', 'week', 'list']) {
    await at(page, `/work?view=${view}`, 'Aufgaben');
    await isGerman(`tasks by ${view}`);
  }
  await page.goto(`/work?task=${tasks[0].id}`);
  await page.getByRole('dialog', { name: 'Aufgabe' }).getByText(/Erledigt bringt es/).waitFor();
  await isGerman('a task');

  await at(page, '/chat', 'Chat');
  await page.getByRole('button', { name: 'Was spricht für mich?' }).click();
  await page.getByText('Was die Stelle verlangt und dein Lebenslauf zeigt', { exact: false }).waitFor();
  await isGerman('a chat');
  for (const [address, name] of [['/dashboard', /./], ['/reports', 'Abgleiche'], ['/jobs', 'Stellen'], ['/resumes', 'Lebensläufe'], ['/matrix', 'Matrix'], ['/goals', 'Ziele'], ['/proposals', 'Vorschläge'], ['/fetch', /./]]) {
    await at(page, address, name);
    await isGerman(address);
  }
});

const refusals = { ...german, allow: [/status of (400|401|403|404|409|415|422)/, /net::ERR_INTERNET_DISCONNECTED/] };

journey('in German: coming in, what is refused, settings, offline and the administration', refusals, async (t) => {
  const { page, context, register, api, server, look } = t;
  const isGerman = germanOnly(page);
  await at(page, '/', /./);
  await page.getByRole('button', { name: 'Pflege', exact: true }).click();
  await page.locator('summary').first().waitFor();
  for (const requirement of await page.locator('summary').all()) await requirement.click();
  await isGerman('the first page and its sample');
  await at(page, '/sign-in', /./);
  await page.getByLabel('E-Mail-Adresse').fill('nobody@mail.example');
  await page.getByLabel('Passwort', { exact: true }).fill('four quiet herons');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await page.getByRole('alert').filter({ hasText: /\p{L}/u }).first().waitFor();
  await isGerman('a refused sign-in');
  for (const address of ['/register', '/forgot', '/reset?token=none', '/unsubscribe?token=none', '/nowhere']) {
    await at(page, address, /./);
    await isGerman(address);
  }
  await register({ language: 'de' });

  await at(page, '/resumes', 'Lebensläufe');
  const field = page.getByLabel('Lebenslauf hochladen');
  await field.setInputFiles({ name: 'picture.png', mimeType: 'image/png', buffer: Buffer.from([137, 80, 78, 71, 13, 10, 26, 10, 0, 0, 0]) });
  await page.getByText('Dieses Dateiformat kann nicht gelesen werden', { exact: false }).waitFor();
  await field.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4\n${'no page here '.repeat(40)}`) });
  await page.getByText('Das PDF ist beschädigt und lässt sich nicht öffnen', { exact: false }).waitFor();
  await isGerman('files that are not taken');

  await at(page, '/settings', 'Einstellungen');
  await page.getByRole('region', { name: 'Mitgliedschaft' }).getByText('Abgleiche heute').waitFor();
  await isGerman('settings');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Seiten und Aktionen suchen' }).waitFor();
  await isGerman('the palette');
  await page.keyboard.press('Escape');
  await context.setOffline(true);
  await page.getByText('Du bist offline.', { exact: false }).waitFor();
  await isGerman('being offline');
  await context.setOffline(false);
  await page.goto('/report?id=00000000-0000-0000-0000-000000000000');
  await page.getByRole('heading', { name: 'Hier ist kein Abgleich' }).waitFor();
  await isGerman('a report that is not there');

  await api('POST', '/api/auth/login', makeAdmin(server));
  const settings = await context.request.get('/api/settings');
  await api('PATCH', '/api/settings', { language: 'de' }, { 'If-Match': settings.headers().etag });
  await at(page, '/admin', 'Verwaltung');
  await isGerman('accounts');
  await page.getByRole('tab', { name: 'Fähigkeiten und Berufe' }).click();
  await page.getByRole('list', { name: 'In Gebrauch' }).waitFor();
  await isGerman('frameworks');
  await page.getByRole('tab', { name: 'Zustand' }).click();
  await page.getByText(/^SQLite, Schema \d+\.$/).waitFor();
  await until(() => page.getByRole('list', { name: 'Was geprüft wurde' }).getByRole('listitem').count(), (count) => count > 8, 'the number of checks');
  await isGerman('how the server is');
  await look('admin-health-de');
});
