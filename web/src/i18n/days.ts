// SPDX-License-Identifier: GPL-3.0-or-later
// Reckoning with days as the wire writes them ("2026-11-29"), without any time zone.
import { parseDay } from './format';

export function writeDay(date: Date): string {
  return date.toISOString().slice(0, 10);
}

export function addDays(day: string, days: number): string {
  const date = parseDay(day);
  date.setUTCDate(date.getUTCDate() + days);
  return writeDay(date);
}

/// The Monday of the week.
export function monday(day: string): string {
  return addDays(day, -((parseDay(day).getUTCDay() + 6) % 7));
}

export function firstOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

/// The first day of the month that is so many months away.
export function addMonths(day: string, months: number): string {
  const date = parseDay(firstOfMonth(day));
  date.setUTCMonth(date.getUTCMonth() + months);
  return writeDay(date);
}
