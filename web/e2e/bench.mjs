// SPDX-License-Identifier: GPL-3.0-or-later
// How soon the dashboard and a report are there and how quickly they answer, in Chromium on a processor slowed down to
// a quarter, for an account with 200 tasks, 500 jobs and a report of 60 requirements. Prints Markdown for
// docs/benchmarks.md. Each load is the first of a new browser profile: nothing is cached, the network is loopback.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { addJob, ended, makeReport, sampleText, uploadResume } from './material.mjs';
import { startServer } from './server.mjs';
import { throttle } from './slow.mjs';

const slowdown = 4;
const loads = Number(process.env.HEADWAY_BENCH_LOADS ?? 7);
const kinds = ['accountant', 'backend', 'chef', 'data', 'farm', 'logistics', 'nurse', 'paralegal', 'teacher', 'welder'];
const size = { tasks: 200, jobs: 500, saved: 40, requirements: 60 };

/// In the page: what the browser says about its paints, shifts and answers to input.
function observe() {
  const seen = { paint: 0, element: '', shift: 0, shifted: [], answers: [] };
  window.seen = seen;
  const watch = (type, each, more = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => {
    seen.paint = entry.startTime;
    seen.element = `${entry.element?.tagName.toLowerCase()} ${entry.element?.textContent.trim().slice(0, 40)}`;
  });
  watch('layout-shift', (entry) => {
    if (entry.hadRecentInput) return;
    seen.shift += entry.value;
    seen.shifted.push(...entry.sources.map(({ node }) => node?.className ?? node?.nodeName));
  });
  watch('event', (entry) => entry.interactionId > 0 && seen.answers.push({ name: entry.name, id: entry.interactionId, ms: entry.duration }), { durationThreshold: 16 });
}

/// Waits for the first sight without a word of ours in the page: what finds elements for tests is a script of 400 KB, which
/// would be read and run by the very thread that is measured.
async function drawn(session, there) {
  const is = async (expression) => (await session.send('Runtime.evaluate', { expression })).result.value;
  const end = Date.now() + 60_000;
  while (!(await is(`document.querySelector(${JSON.stringify(there)}) !== null && performance.now() - window.seen.paint > 1500`))) {
    if (Date.now() > end) throw new Error(`${there} did not come`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

/// Resolves when nothing has been drawn or asked for during half a second.
const still = async (page) => {
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
};

const later = (days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/// The account, made of the samples. Answers with the address of the report.
async function fill(t) {
  const { api } = t;
  await api('POST', '/api/auth/register', { name: 'Ines Okafor', email: 'ines@mail.example', password: 'four quiet herons', language: 'en' });
  await uploadResume(t, 'resume-backend.pdf');
  // One ad that asks for what all of them ask for.
  const bullets = (await Promise.all(kinds.map((kind) => sampleText(`job-${kind}.txt`)))).flatMap((text) => text.split('\n').filter((line) => /^\s*[•*-]/.test(line)));
  let long;
  for (let lines = 60; ; lines += 10) {
    long = await api('POST', '/api/jobs', { title: 'Everything at once', company: 'Tidewater Systems', description: `Requirements\n${bullets.slice(0, lines).join('\n')}\n` });
    const { requirements } = (await makeReport(t, long)).content;
    if (requirements.length >= size.requirements || lines > bullets.length) break;
    await api('DELETE', `/api/jobs/${long.id}`, undefined, { 'If-Match': '*' });
  }
  for (let i = 0; i < size.jobs - 1; i += 1) {
    const job = await addJob(t, `job-${kinds[i % kinds.length]}.txt`, { company: `Company ${i}`, save: i < size.saved });
    if (i < 6) await makeReport(t, job);
  }
  const goal = await api('POST', '/api/goals', { title: 'Move to Tidewater' });
  for (let i = 0; i < size.tasks; i += 1) {
    const day = later((i % 60) - 20);
    await api('POST', '/api/tasks', { title: `Lesson ${i + 1}`, start_on: day, end_on: day, goal_id: i % 2 ? goal.id : null, minutes: 60 });
  }
  const report = await makeReport(t, long);
  const found = await api('POST', '/api/learn/generate', { gap_report_id: report.id, limit: 20 });
  if (found.run_id) await ended(api, found.run_id);
  const { items } = await api('GET', `/api/learning-items?gap_report_id=${report.id}`);
  await api('POST', '/api/tasks/add', { learning_item_ids: items.slice(0, 3).map(({ id }) => id), weekly_hours: 5, deadline: null });
  return { address: `/report?id=${report.id}`, requirements: report.content.requirements.length };
}

const press = (page, key) => page.keyboard.press(key);

/// What is measured: an address, what is there when it is, and what one then does.
const cases = (report) => [
  {
    name: 'an empty page (`/healthz`)',
    address: '/healthz',
    there: 'body',
    acts: [(page) => page.locator('body').click(), (page) => press(page, 'a')],
  },
  {
    name: 'dashboard',
    address: '/dashboard',
    there: 'main input[type=checkbox]',
    acts: [
      (page) => page.getByRole('checkbox', { name: /^Done: / }).first().click(),
      (page) => page.getByRole('button', { name: /^Account of/ }).click(),
      (page) => press(page, 'Escape'),
      (page) => press(page, 'Control+k'),
      (page) => press(page, 'j'),
      (page) => press(page, 'ArrowDown'),
      (page) => press(page, 'Escape'),
    ],
  },
  {
    name: `report of ${report.requirements} requirements`,
    address: report.address,
    there: 'main [role=tab]',
    acts: [
      (page) => page.getByRole('tab', { name: /^Missing/ }).click(),
      (page) => page.getByRole('tab', { name: /^All/ }).click(),
      (page) => page.getByText('Table', { exact: true }).click(),
      (page) => page.getByText('What if', { exact: true }).click(),
      (page) => page.getByRole('slider').first().press('End'),
      (page) => page.getByRole('slider').nth(5).press('End'),
      (page) => page.getByText('Chart', { exact: true }).click(),
      (page) => page.getByRole('list', { name: 'Requirements' }).getByRole('button').first().click(),
      (page) => press(page, 'Escape'),
    ],
  },
];

/// One load in a new profile, then the acts one after the other.
async function measure(browser, origin, cookies, { address, there, acts }) {
  const context = await browser.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, locale: 'en-US', timezoneId: 'Europe/Berlin' });
  await context.addCookies(cookies);
  await context.addInitScript(observe);
  const page = await context.newPage();
  await throttle(page, slowdown);
  const session = await context.newCDPSession(page);
  await page.goto(address, { waitUntil: 'commit' });
  await drawn(session, there);
  await still(page);
  const { paint, element } = await page.evaluate(() => window.seen);
  for (const act of acts) {
    await act(page);
    await still(page);
  }
  const { shift, shifted, answers } = await page.evaluate(() => window.seen);
  await context.close();
  const worst = answers.sort((a, b) => b.ms - a.ms)[0] ?? { ms: 16, name: 'none above' };
  if (process.env.HEADWAY_BENCH_TELL) console.error(address, Math.round(paint), element, shift, shifted, answers.slice(0, 6));
  return { paint, shift, answer: worst.ms };
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const server = await startServer();
const browser = await chromium.launch({
  executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync) ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
});
try {
  const context = await browser.newContext({ baseURL: server.origin });
  const api = async (method, path, data, headers = {}) => {
    const reply = await context.request.fetch(path, { method, data, headers: { 'X-Headway-Request': '1', ...headers } });
    if (!reply.ok()) throw new Error(`${method} ${path}: ${reply.status()} ${await reply.text()}`);
    return reply.status() === 204 ? null : reply.json();
  };
  const report = await fill({ context, api });
  const cookies = await context.cookies();
  const rows = [];
  for (const one of cases(report)) {
    const seen = [];
    for (let i = 0; i < loads; i += 1) seen.push(await measure(browser, server.origin, cookies, one));
    rows.push({ name: one.name, paint: median(seen.map(({ paint }) => paint)), answer: median(seen.map(({ answer }) => answer)), shift: Math.max(...seen.map(({ shift }) => shift)) });
  }
  const [empty] = rows;
  console.log('| page | largest contentful paint | × an empty page | slowest answer to input | layout shift, the largest |');
  console.log('|---|---|---|---|---|');
  for (const { name, paint, answer, shift } of rows) {
    console.log(`| ${name} | ${Math.round(paint)} ms | ${(paint / empty.paint).toFixed(1)} | ${Math.round(answer)} ms | ${shift.toFixed(3)} |`);
  }
  console.log(
    `\nGoals: 1000 ms, 100 ms, 0. Debian's Chromium ${browser.version()}, the processor slowed down ${slowdown} times, ${size.tasks} tasks, ${size.jobs} jobs of which ${size.saved} are saved; median of ${loads} loads with nothing cached, and of the slowest of their inputs (clicks, keys, sliders; the browser counts in steps of 8 ms).`,
  );
} finally {
  await browser.close();
  await server.stop();
}
