// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import { nextAddress } from './next-address';

it('comes back only to pages of our own', () => {
  expect(nextAddress('/goals?new')).toBe('/goals?new');
  for (const bad of [null, '', 'https://evil.example', '//evil.example', '/\\evil.example', '/sign-in?next=/', '/api/export']) {
    expect(nextAddress(bad)).not.toBe(bad);
  }
});
