// SPDX-License-Identifier: GPL-3.0-or-later
// The main pages of somebody in the midst of it. With HEADWAY_PICTURES=FOLDER they are kept as the pictures of
// README.md (`make pictures`), at most 150 KB each.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { journey } from '../journey.mjs';
import { day, inTheMidst } from '../midst.mjs';

const folder = process.env.HEADWAY_PICTURES;
const largest = 150 * 1024;

/// The browser itself writes WebP: half of a PNG's bytes, and no tool that would have to be installed.
async function keep(page, name) {
  if (!folder) return;
  await page.evaluate(() => (document.documentElement.style.scrollbarGutter = 'auto'));
  const png = (await page.screenshot()).toString('base64');
  const desk = await page.context().newPage();
  const webp = await desk.evaluate(async (bytes) => {
    const image = new Image();
    image.src = `data:image/png;base64,${bytes}`;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
    canvas.getContext('2d').drawImage(image, 0, 0);
    return canvas.toDataURL('image/webp', 0.9).split(',')[1];
  }, png);
  await desk.close();
  const bytes = Buffer.from(webp, 'base64');
  assert.ok(bytes.length <= largest, `${name} has ${bytes.length} bytes`);
  await writeFile(join(folder, `${name}.webp`), bytes);
}

journey('the main pages of somebody in the midst of it', { viewport: { width: 1440, height: 900 } }, async (t) => {
  const { page } = t;
  const { report } = await inTheMidst(t);
  const visit = async (name, address, theme = 'light') => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('[role=status][aria-label]').first().waitFor({ state: 'detached' });
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await keep(page, name);
  };
  await visit('dashboard', '/dashboard');
  await visit('report', `/report?id=${report.id}`);
  // The weeks of the plan, whichever day of the month it is today.
  await visit('work', `/work?at=${day(12)}`);
  await visit('jobs', '/jobs?sort=fit');
  await visit('report-dark', `/report?id=${report.id}`, 'dark');
  await page.setViewportSize({ width: 390, height: 844 });
  await visit('phone', '/dashboard');
});
