// SPDX-License-Identifier: GPL-3.0-or-later
// A slow machine on purpose, to find what only holds on a fast one: HEADWAY_SLOW=6 runs the pages at a sixth of the
// processor's speed, and every question to the API takes up to 400 ms more, half of it on the way there and half on
// the way back, in an order of its own. The nth question for one address waits equally long in every run with the same
// HEADWAY_SEED.
import { createServer, request } from 'node:http';

export const slowness = Number(process.env.HEADWAY_SLOW ?? 1);
export const isSlow = slowness > 1;
export const seed = Number(process.env.HEADWAY_SEED ?? 1);
const longest = 400; // ms

/// A number from 0 up to 1 that follows from the text (FNV-1a, then mixed once more for its high bits).
function fraction(text) {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ letter.codePointAt(0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// A way to the server that takes its time with the API: { origin, close() }. Streams stay streams.
export async function slowWayTo(origin) {
  const asked = new Map();
  const delay = (method, path) => {
    const key = `${method} ${path.split('?')[0]}`;
    const nth = (asked.get(key) ?? 0) + 1;
    asked.set(key, nth);
    return (fraction(`${seed} ${key} ${nth}`) * longest) / 2;
  };
  const way = createServer(async (here, answer) => {
    // What a journey asks by itself, beside the pages, has no such header and is not held up.
    const wait = here.url.startsWith('/api/') && 'sec-fetch-mode' in here.headers ? delay(here.method, here.url) : 0;
    here.pause();
    await pause(wait);
    const there = request(origin + here.url, { method: here.method, headers: here.headers }, async (reply) => {
      reply.pause();
      await pause(wait);
      answer.writeHead(reply.statusCode, reply.rawHeaders);
      answer.flushHeaders();
      reply.pipe(answer);
    });
    // Whoever of the two goes away takes the other along.
    there.on('error', () => answer.destroy());
    answer.on('close', () => there.destroy());
    here.pipe(there);
  });
  // Whoever takes long between two questions does not find the connection going away under the second.
  way.keepAliveTimeout = 0;
  await new Promise((ready) => way.listen(0, '127.0.0.1', ready));
  return {
    origin: `http://127.0.0.1:${way.address().port}`,
    close: () => new Promise((closed) => {
      way.close(closed);
      way.closeAllConnections();
    }),
  };
}

/// Slows the pages' scripts and drawing down by `times`; 1 is as fast as the machine is.
export async function throttle(page, times) {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  return (rate) => session.send('Emulation.setCPUThrottlingRate', { rate });
}
