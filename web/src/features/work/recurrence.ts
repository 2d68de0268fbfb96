// SPDX-License-Identifier: GPL-3.0-or-later
// The contract's subset of RRULE, as parts one can choose and as a sentence.
import type { Translate } from '@/i18n/messages';
import { parseDay, type Format } from '@/i18n/format';
import type { en } from './messages.en';

export const frequencies = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
export type Frequency = (typeof frequencies)[number];
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export interface Rule {
  every: Frequency;
  interval: number;
  days: readonly Weekday[];
  /// How it ends: after so many times, after a day, or never.
  count: number | null;
  until: string | null;
}

export function readRule(text: string): Rule {
  const parts = new Map(text.split(';').map((part) => part.split('=') as [string, string]));
  const until = parts.get('UNTIL');
  const days = (parts.get('BYDAY') ?? '').split(',');
  return {
    every: frequencies.find((known) => known === parts.get('FREQ')) ?? 'WEEKLY',
    interval: Number(parts.get('INTERVAL') ?? 1),
    days: weekdays.filter((day) => days.includes(day)),
    count: parts.has('COUNT') ? Number(parts.get('COUNT')) : null,
    until: until ? `${until.slice(0, 4)}-${until.slice(4, 6)}-${until.slice(6, 8)}` : null,
  };
}

export function writeRule(rule: Rule): string {
  return [
    `FREQ=${rule.every}`,
    rule.interval > 1 && `INTERVAL=${rule.interval}`,
    rule.every === 'WEEKLY' && rule.days.length > 0 && `BYDAY=${weekdays.filter((day) => rule.days.includes(day)).join(',')}`,
    rule.count !== null ? `COUNT=${rule.count}` : rule.until !== null && `UNTIL=${rule.until.replaceAll('-', '')}`,
  ]
    .filter(Boolean)
    .join(';');
}

/// "Monday", or "Mon".
export function weekdayName(day: Weekday, language: string, width: 'long' | 'short'): string {
  const date = new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day))); // 1 January 2024 was a Monday
  return new Intl.DateTimeFormat(language, { weekday: width, timeZone: 'UTC' }).format(date);
}

/// The weekday of a day.
export function weekdayOf(day: string): Weekday {
  return weekdays[(parseDay(day).getUTCDay() + 6) % 7] ?? 'MO';
}

/// "Every 2 weeks on Monday and Thursday, 20 times".
export function inWords(rule: Rule, t: Translate<typeof en>, f: Format): string {
  const every = t(`every.${rule.every}`, { count: rule.interval });
  const names = rule.days.map((day) => weekdayName(day, f.language, 'long'));
  const list = new Intl.ListFormat(f.language, { type: 'conjunction' }).format(names);
  const start = rule.every === 'WEEKLY' && names.length > 0 ? t('everyOn', { every, days: list }) : every;
  if (rule.count !== null) return t('endsAfter', { rule: start, count: rule.count });
  if (rule.until !== null) return t('endsOn', { rule: start, day: f.day(rule.until) });
  return start;
}
