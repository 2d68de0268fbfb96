// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { toE164 } from './phone';

test.each([
  ['+1 (202) 555-0143', '+12025550143'],
  ['0049 30 123456-78', '+493012345678'],
  ['+49/30/1234567', '+49301234567'],
])('%s is %s', (text, number) => {
  expect(toE164(text)).toBe(number);
});

test.each(['030 1234567', '+0123456789', '+49', 'call me', '+1234567890123456'])('%s is no number with a country code', (text) => {
  expect(toE164(text)).toBeNull();
});
