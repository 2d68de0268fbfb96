// SPDX-License-Identifier: GPL-3.0-or-later
import { addDays } from '@/i18n/days';
import { daysBetween } from '@/i18n/format';

interface Dated {
  start_on: string;
  end_on: string;
}

export interface Piece<T> {
  of: T;
  /// 0 Monday … 6 Sunday.
  column: number;
  days: number;
  /// Which line of the week it lies on, from 0.
  lane: number;
  /// It begins before this week, or goes on after it.
  before: boolean;
  after: boolean;
}

/// Lays what happens in the week that begins on `monday` on lines, so that nothing lies on something else; what is
/// longer comes first.
export function layOut<T extends Dated>(monday: string, all: readonly T[]): Piece<T>[] {
  const sunday = addDays(monday, 6);
  const inWeek = all
    .filter((one) => one.start_on <= sunday && one.end_on >= monday)
    .sort((a, b) => a.start_on.localeCompare(b.start_on) || b.end_on.localeCompare(a.end_on));
  const ends: string[] = []; // of each lane, its last day so far
  return inWeek.map((of) => {
    const first = of.start_on < monday ? monday : of.start_on;
    const last = of.end_on > sunday ? sunday : of.end_on;
    const free = ends.findIndex((end) => end < first);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = last;
    return {
      of,
      column: daysBetween(monday, first),
      days: daysBetween(first, last) + 1,
      lane,
      before: of.start_on < monday,
      after: of.end_on > sunday,
    };
  });
}

/// The same, where it lies so many days later.
export function moved<T extends Dated>(one: T, days: number): T {
  return { ...one, start_on: addDays(one.start_on, days), end_on: addDays(one.end_on, days) };
}
