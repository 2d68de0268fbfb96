// SPDX-License-Identifier: GPL-3.0-or-later
// What every journey stands on: the real program, Debian's Chromium, and after each journey the checks that hold
// everywhere (nothing on the console, no request that leaves the machine).
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium } from 'playwright-core';
import { startServer } from './server.mjs';
import { isSlow, seed, slowness, slowWayTo, throttle } from './slow.mjs';
import { patience } from './until.mjs';

const widths = [360, 768, 1440];
const themes = ['light', 'dark'];
const shots = process.env.HEADWAY_SHOTS; // a folder: pictures of every page that is looked at

let started;
let serverFlags = [];

/// Flags of the server of this file's journeys, before the first of them.
export function serveWith(...flags) {
  serverFlags = flags;
}

/// One server and one browser for all journeys of a file.
function start() {
  started ??= (async () => {
    const server = await startServer(serverFlags);
    const way = isSlow ? await slowWayTo(server.origin) : null;
    const browser = await chromium.launch({
      executablePath: ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find(existsSync) ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
    return { server, browser, way, origin: way?.origin ?? server.origin };
  })();
  return started;
}

after(async () => {
  if (!started) return;
  const { server, browser, way } = await started;
  await browser.close();
  await way?.close();
  await server.stop();
});

/// A browser of somebody: its page, and what was seen that must not be.
async function openBrowser({ origin, browser }, options, first) {
  const context = await browser.newContext({
    baseURL: origin,
    locale: options.locale ?? 'en-US',
    timezoneId: options.timeZone ?? 'Europe/Berlin',
    viewport: options.viewport ?? { width: 1280, height: 900 },
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  const seen = [];
  const allowed = options.allow ?? [];
  const note = (text) => allowed.some((pattern) => pattern.test(text)) || seen.push(text);
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack}`));
  context.on('request', (request) => {
    const asked = new URL(request.url());
    if (!['data:', 'blob:'].includes(asked.protocol) && asked.origin !== origin) note(`left the machine: ${request.url()}`);
  });
  const page = await context.newPage();
  // Only the first: what slows a page down does it by keeping the processor busy, so that two pages slow each other.
  const setSpeed = isSlow && first ? await throttle(page, slowness) : () => Promise.resolve();
  return { context, page, setSpeed, seen };
}

let people = 0;

/// Makes an account through the API and signs this browser in. A server takes five an hour.
async function register(context, more = {}) {
  people += 1;
  const person = { name: 'Ines Okafor', email: `person${people}@mail.example`, password: 'four quiet herons', language: 'en', ...more };
  const reply = await context.request.post('/api/auth/register', {
    data: person,
    headers: { 'X-Headway-Request': '1' },
  });
  assert.equal(reply.status(), 201, await reply.text());
  return person;
}

/// Colours on their way from one theme to the other have contrasts that nobody is left with.
function settled(page) {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    const ending = document.getAnimations().filter((a) => a.effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(ending.map((a) => a.finished.catch(() => {})));
  });
}

/// What axe finds, as text. "Legacy" is to run in the page itself, which has no frames, instead of partly in another;
/// what was not found is not sent here.
async function violations(page) {
  const found = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze();
  return found.violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => `${n.html} ${n.failureSummary}`).join('\n  ')}`);
}

/// Texts that have no room beside what stands next to them.
function squeezed(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *, dialog *')]
      .filter((one) => one.childElementCount === 0 && one.textContent.trim().length > 8)
      .filter((one) => one.getBoundingClientRect().width < 36 && one.getBoundingClientRect().height > 120)
      .map((one) => one.textContent.trim()),
  );
}

/// Labels beside each other that run into one another.
function collided(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-labels]')].flatMap((row) => {
      const shown = [...row.children].filter((one) => one.getBoundingClientRect().width > 0);
      const touches = (one, i) => i > 0 && one.getBoundingClientRect().left < shown[i - 1].getBoundingClientRect().right + 2;
      return shown.filter(touches).map((one) => one.textContent);
    }),
  );
}

/// Dialogs whose parts do not reach down to their lower edge.
function unfilled(page) {
  return page.evaluate(() =>
    [...document.querySelectorAll('dialog[open]')]
      .filter((one) => Math.abs(one.getBoundingClientRect().bottom - one.firstElementChild.lastElementChild.getBoundingClientRect().bottom) > 3)
      .map((one) => one.textContent.trim().slice(0, 80)),
  );
}

/// What is found once scripts have laid out anew what they do, a moment after the window changed: what stays is told of.
async function staying(page, find) {
  const end = Date.now() + 5000;
  let found = await find(page);
  while (found.length > 0 && Date.now() < end) {
    await page.evaluate(() => new Promise(requestAnimationFrame));
    found = await find(page);
  }
  return found;
}

/// Looks at the page in both themes: axe finds nothing, at no width does it scroll sideways; pictures are kept
/// when HEADWAY_SHOTS names a folder. However slow the journey, looking is not.
async function look({ page, setSpeed }, name) {
  await setSpeed(1);
  const before = page.viewportSize();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const theme of themes) {
    await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
    for (const width of widths) {
      await page.setViewportSize({ width, height: width === 360 ? 740 : 900 });
      // What is laid out anew by scripts gets the time to be; what stays too wide is told of below.
      const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
      await page.waitForFunction(fits, null, { timeout: 5000 }).catch(() => {});
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(wide <= 0, `${name} is ${wide} px too wide for ${width} px`);
      assert.deepEqual(await staying(page, squeezed), [], `${name}, ${width} px: words that stand letter under letter`);
      assert.deepEqual(await staying(page, collided), [], `${name}, ${width} px: labels that run into the one before`);
      if (shots) {
        await mkdir(shots, { recursive: true });
        // Pictures have no scrollbar, so they need no room for one.
        await page.evaluate(() => (document.documentElement.style.scrollbarGutter = 'auto'));
        await page.screenshot({ path: join(shots, `${name}-${width}-${theme}.png`), fullPage: true });
      }
      await page.evaluate(() => document.documentElement.style.removeProperty('scrollbar-gutter'));
      await settled(page);
      assert.deepEqual(await unfilled(page), [], `${name}, ${theme}, ${width} px: dialogs that are not filled`);
      // What axe finds on the way from one look to another is gone when it looks again.
      let found = await violations(page);
      if (found.length > 0) {
        await settled(page);
        found = await violations(page);
      }
      assert.equal(found.join('\n'), '', `axe on ${name}, ${theme}, ${width} px`);
    }
  }
  await page.evaluate(() => delete document.documentElement.dataset.theme);
  await page.emulateMedia({ reducedMotion: null });
  await page.setViewportSize(before);
  await setSpeed(slowness);
}

/// Where a journey got stuck, for those who only have its log.
async function whereItStands({ page }, name) {
  if (shots) await page.screenshot({ path: join(shots, `failed-${name.replaceAll(/\W+/g, '-')}.png`) }).catch(() => {});
  const shown = await page.locator('body').innerText({ timeout: 10_000 }).catch(() => '(nothing)');
  return `${page.url()} showed:\n${shown.replaceAll(/\n+/g, '\n').slice(0, 1500)}`;
}

/// journey('register and make a goal', async ({ page, register, look, api, open }) => { … })
/// options: { locale, timeZone, viewport, allow: [/what may stand on the console/] }.
export function journey(name, ...rest) {
  const walk = rest.pop();
  const options = rest[0] ?? {};
  test(name, { timeout: isSlow ? 900_000 : 300_000 }, async () => {
    const both = await start();
    const opened = [];
    const open = async (more = {}) => {
      const one = await openBrowser(both, { ...options, ...more }, opened.length === 0);
      opened.push(one);
      return {
        page: one.page,
        context: one.context,
        register: (person) => register(one.context, person),
        look: (title) => look(one, title),
        /// Calls the API as this browser: `await api('POST', '/api/goals', { title: '…' })`.
        api: async (method, path, data, headers = {}) => {
          const reply = await one.context.request.fetch(path, { method, data, headers: { 'X-Headway-Request': '1', ...headers } });
          assert.ok(reply.ok(), `${method} ${path}: ${reply.status()} ${await reply.text()}`);
          return reply.status() === 204 ? null : reply.json();
        },
      };
    };
    try {
      await walk({ ...(await open()), open, server: both.server });
      for (const { seen } of opened) assert.deepEqual(seen, []);
    } catch (error) {
      if (isSlow) console.error(`HEADWAY_SLOW=${slowness} HEADWAY_SEED=${seed}`);
      for (const one of opened) console.error(await whereItStands(one, name), one.seen);
      throw error;
    } finally {
      for (const { context } of opened) await context.close();
    }
  });
}
