// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { journey } from '../journey.mjs';
import { withReport } from '../material.mjs';
import { until } from '../until.mjs';

const scripts = '**/_next/static/**/*.js';

/// Opens a page whose scripts are held up; `go` lets them come. Counts what is asked, by address.
async function open(page, address) {
  let go;
  const free = new Promise((resolve) => (go = resolve));
  const asked = new Map();
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (pathname.startsWith('/api/')) asked.set(pathname + search, (asked.get(pathname + search) ?? 0) + 1);
  });
  await page.route(scripts, async (route) => {
    await free;
    await route.continue().catch(() => {}); // the page may have gone
  });
  await page.goto(address, { waitUntil: 'commit' });
  return { asked, go };
}

const twice = (asked) => [...asked].filter(([, times]) => times > 1).map(([address]) => address);

journey('what a page needs first is asked for before its scripts are there, and once', async (t) => {
  const { page } = t;
  const { report } = await withReport(t);
  const pages = [
    { address: '/dashboard', first: '/api/matrix?limit=1', formatters: 0, there: page.getByRole('heading', { name: 'What helps most now' }) },
    { address: `/report?id=${report.id}`, first: `/api/gap/${report.id}`, there: page.getByRole('tab', { name: /^All/ }) },
  ];
  // The browser's first formatter reads tables for longer than the page takes to draw: its first sight does without one.
  await page.addInitScript(() => {
    window.formatters = 0;
    for (const name of ['NumberFormat', 'RelativeTimeFormat']) {
      Intl[name] = new Proxy(Intl[name], { construct: (made, given) => ((window.formatters += 1), new made(...given)) });
    }
  });
  for (const { address, first, formatters, there } of pages) {
    const { asked, go } = await open(page, address);
    await until(() => asked.has(first), true, `whether ${first} was asked`);
    go();
    await there.waitFor();
    await page.waitForLoadState('networkidle');
    await until(() => twice(asked), [], `what ${address} asked twice`);
    // What the page asks otherwise than was foreseen would be answered twice all the same.
    assert.deepEqual(await page.evaluate(() => Object.keys(window.headwayEarly.answers)), [], `what ${address} did not want`);
    if (formatters !== undefined) assert.equal(await page.evaluate(() => window.formatters), formatters, `formatters of ${address}`);
    await page.unroute(scripts);
    page.removeAllListeners('request');
  }
});

journey('what changes before the scripts are there is shown', async (t) => {
  const { page, api } = t;
  await withReport(t);
  const task = await api('POST', '/api/tasks', { title: 'Call the ward', start_on: '2026-01-05' });
  const answered = page.waitForResponse(/api\/tasks\?done=false/);
  const { go } = await open(page, '/dashboard');
  await answered;
  await api('PATCH', `/api/tasks/${task.id}`, { title: 'Call the ward sister' }, { 'If-Match': '*' });
  await until(() => page.evaluate(() => window.headwayEarly.heard), (heard) => heard.includes('task'), 'what was heard of');
  go();
  await page.getByRole('checkbox', { name: 'Done: Call the ward sister' }).waitFor();
});

journey('what is pressed before the scripts are there opens the palette with what was typed after it', async (t) => {
  const { page } = t;
  await withReport(t);
  const { go } = await open(page, '/dashboard');
  await page.getByRole('button', { name: /^Go to or do/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('matx');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('r');
  go();
  const input = page.getByRole('combobox', { name: 'Search pages and actions' });
  await input.waitFor();
  await until(() => input.inputValue(), 'matr', 'what the palette holds');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/matrix');
});

journey('a page in German is shown when all of it is, not a part in the language of the build', { locale: 'de-DE' }, async (t) => {
  const { page } = t;
  await t.register({ language: 'de' });
  await page.addInitScript(() => {
    // What stands in the page when it may be seen for the first time.
    const look = () => {
      const shown = document.querySelector('nav a') && getComputedStyle(document.body).visibility === 'visible';
      if (!shown) return requestAnimationFrame(look);
      window.firstSeen ??= [...document.querySelectorAll('nav')].map((nav) => nav.textContent).join(' ');
    };
    requestAnimationFrame(look);
  });
  await page.goto('/goals');
  const seen = await until(() => page.evaluate(() => window.firstSeen), (text) => text !== undefined, 'what was seen first');
  assert.match(seen, /Lebensläufe/);
  assert.doesNotMatch(seen, /Résumés/);
});
