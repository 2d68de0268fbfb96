// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { layOut, moved } from './lanes';

const monday = '2026-11-30';
const one = (name: string, start_on: string, end_on = start_on) => ({ name, start_on, end_on });

test('nothing lies on something else, and free lines are used again', () => {
  const laid = layOut(monday, [
    one('late', '2026-12-04', '2026-12-09'),
    one('long', '2026-11-27', '2026-12-02'),
    one('short', '2026-12-01'),
    one('next week', '2026-12-08'),
  ]);
  expect(laid.map(({ of, column, days, lane, before, after }) => [of.name, column, days, lane, before, after])).toEqual([
    ['long', 0, 3, 0, true, false],
    ['short', 1, 1, 1, false, false],
    ['late', 4, 3, 0, false, true],
  ]);
});

test('what is moved keeps its length', () => {
  expect(moved(one('x', '2026-12-30', '2027-01-02'), -7)).toMatchObject({ start_on: '2026-12-23', end_on: '2026-12-26' });
});
