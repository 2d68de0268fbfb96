// SPDX-License-Identifier: GPL-3.0-or-later
// Dates and numbers as the person's language writes them, in the person's time zone.
import { type Language, useLanguage } from './language';
import { lazy, once } from './once';
import { plainNumber, plainRelative, type Unit } from './plain';
import { useTimeZone } from './time-zone';

const day = 86_400_000;

/// A day of the wire ("2026-11-29") as a Date at midnight UTC; format it with timeZone UTC.
export function parseDay(text: string): Date {
  return new Date(`${text}T00:00:00Z`);
}

const wireDay = once((timeZone) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }));

/// Which day it is now in a time zone, undefined for the browser's own, as the wire writes days. The browser's own costs
/// nothing: making its first formatter takes a page longer than drawing a list.
export function today(timeZone: string | undefined, now: Date = new Date()): string {
  if (timeZone !== undefined) return wireDay(timeZone).format(now);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function daysBetween(from: string, to: string): number {
  return Math.round((parseDay(to).getTime() - parseDay(from).getTime()) / day);
}

export function makeFormat(language: Language, timeZone: string | undefined) {
  const whole = lazy(() => new Intl.NumberFormat(language, { maximumFractionDigits: 0 }));
  const one = lazy(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }));
  const two = lazy(() => new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const signed = lazy(() => new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' }));
  const share = lazy(() => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }));
  const dayStyle = lazy(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }));
  const monthStyle = lazy(() => new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }));
  const timeStyle = lazy(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', timeZone }));
  const number = (value: number) => plainNumber(value, 0, language) ?? whole().format(value);
  const decimal = (value: number) => plainNumber(value, 1, language) ?? one().format(value);
  const relative = (away: number, unit: Unit) => plainRelative(away, unit, language, number);
  return {
    language,
    timeZone,
    /// 1234 → "1,234"
    number,
    /// 3.25 → "3.3": levels, points, hours
    decimal,
    /// 9.642 → "9.64": the terms of a sum
    points: (value: number) => two().format(value),
    /// 3.25 → "+3.3"
    signed: (value: number) => (Math.abs(value) < 0.05 ? '0' : Math.abs(value) < 999 ? `${value > 0 ? '+' : ''}${decimal(value)}` : signed().format(value)),
    /// 0.25 → "25%"
    percent: (value: number) => (value >= 0 && value < 9 ? `${number(value * 100)}${language === 'de' ? '\u00a0' : ''}%` : share().format(value)),
    /// "2026-11-29" → "Nov 29, 2026"
    day: (text: string) => dayStyle().format(parseDay(text)),
    /// "2026-11" → "November 2026"
    month: (text: string) => monthStyle().format(parseDay(`${text}-01`)),
    /// "2026-11-22T17:03:10Z" → "Nov 22, 2026, 6:03 PM"
    time: (text: string) => timeStyle().format(new Date(text)),
    /// "2026-12-02" → "in 3 days"
    inDays: (text: string) => {
      const away = daysBetween(today(timeZone), text);
      if (Math.abs(away) < 14) return relative(away, 'day');
      if (Math.abs(away) < 60) return relative(Math.round(away / 7), 'week');
      return relative(Math.round(away / 30.4), 'month');
    },
    /// "2026-11-22T17:03:10Z" → "5 minutes ago"
    ago: (text: string) => {
      const seconds = (new Date(text).getTime() - Date.now()) / 1000;
      const away = Math.abs(seconds);
      if (away < 60) return relative(0, 'minute');
      if (away < 3600) return relative(Math.round(seconds / 60), 'minute');
      if (away < 86_400) return relative(Math.round(seconds / 3600), 'hour');
      return relative(Math.round(seconds / 86_400), 'day');
    },
  };
}
export type Format = ReturnType<typeof makeFormat>;

const formats = { en: once((zone) => makeFormat('en', zone || undefined)), de: once((zone) => makeFormat('de', zone || undefined)) };

export function useFormat(): Format {
  return formats[useLanguage()](useTimeZone() ?? '');
}
