// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { isSlow } from './slow.mjs';

/// How long anything is waited for, in ms.
export const patience = isSlow ? 60_000 : 30_000;

/// Asks `read` until it answers `wanted` (a value, or a function that says whether it is right); answers with that.
/// For what the screen does not say by itself: what the server has by now, a count, an address.
export async function until(read, wanted, what = 'the answer') {
  const isRight = typeof wanted === 'function' ? wanted : (value) => isDeepStrictEqual(value, wanted);
  const end = performance.now() + patience;
  for (;;) {
    const value = await read();
    if (isRight(value)) return value;
    if (performance.now() > end) {
      assert.fail(`${what} stayed ${JSON.stringify(value)}; waited ${patience / 1000} s for ${typeof wanted === 'function' ? wanted : JSON.stringify(wanted)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
