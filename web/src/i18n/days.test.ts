// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { addDays, addMonths, firstOfMonth, monday } from './days';

test('days go over months, years and the change of clocks', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
});

test('a week begins on Monday', () => {
  expect(monday('2026-11-29')).toBe('2026-11-23'); // a Sunday
  expect(monday('2026-11-30')).toBe('2026-11-30');
});

test('months go over years and never skip a short month', () => {
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-01');
  expect(addMonths('2026-01-31', -1)).toBe('2025-12-01');
  expect(firstOfMonth('2026-11-29')).toBe('2026-11-01');
});
