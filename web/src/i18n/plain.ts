// SPDX-License-Identifier: GPL-3.0-or-later
// What the browser's formatters say of small numbers and of days near by, without making one: the first of them in a page
// takes longer (all of their tables are read) than drawing a list does. Tests hold every word against Intl.
import type { Language } from './language';

/// As Intl.NumberFormat writes it with at most `digits` behind the point; undefined where that takes more than digits, a
/// point and a minus.
export function plainNumber(value: number, digits: number, language: Language): string | undefined {
  if (Object.is(value, -0)) return '-0';
  const rounded = Math.round(Number(`${Math.abs(value)}e${digits}`)) / 10 ** digits;
  if (!(rounded < 1000)) return undefined;
  const text = `${value < 0 ? '-' : ''}${rounded}`;
  return language === 'de' ? text.replace('.', ',') : text;
}

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month';

interface Words {
  /// One and several of each, as they stand behind "in".
  readonly names: Readonly<Record<Unit, readonly [one: string, other: string]>>;
  /// What has a name of its own.
  readonly near: Readonly<Partial<Record<`${Unit} ${number}`, string>>>;
  past: (count: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    names: { minute: ['minute', 'minutes'], hour: ['hour', 'hours'], day: ['day', 'days'], week: ['week', 'weeks'], month: ['month', 'months'] },
    near: {
      'minute 0': 'this minute', 'hour 0': 'this hour',
      'day -1': 'yesterday', 'day 0': 'today', 'day 1': 'tomorrow',
      'week -1': 'last week', 'week 0': 'this week', 'week 1': 'next week',
      'month -1': 'last month', 'month 0': 'this month', 'month 1': 'next month',
    },
    past: (count) => `${count} ago`,
  },
  de: {
    names: { minute: ['Minute', 'Minuten'], hour: ['Stunde', 'Stunden'], day: ['Tag', 'Tagen'], week: ['Woche', 'Wochen'], month: ['Monat', 'Monaten'] },
    near: {
      'minute 0': 'in dieser Minute', 'hour 0': 'in dieser Stunde',
      'day -2': 'vorgestern', 'day -1': 'gestern', 'day 0': 'heute', 'day 1': 'morgen', 'day 2': 'übermorgen',
      'week -1': 'letzte Woche', 'week 0': 'diese Woche', 'week 1': 'nächste Woche',
      'month -1': 'letzten Monat', 'month 0': 'diesen Monat', 'month 1': 'nächsten Monat',
    },
    past: (count) => `vor ${count}`,
  },
};

/// As Intl.RelativeTimeFormat says it with `numeric: 'auto'`; `away` is whole. `number` writes the count.
export function plainRelative(away: number, unit: Unit, language: Language, number: (value: number) => string): string {
  const { names, near, past } = words[language];
  const named = near[`${unit} ${away}`];
  if (named !== undefined) return named;
  const count = Math.abs(away);
  const written = `${number(count)} ${names[unit][count === 1 ? 0 : 1]}`;
  return away < 0 ? past(written) : `in ${written}`;
}
