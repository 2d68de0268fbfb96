// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { fill } from '@/i18n/messages';
import { makeFormat } from '@/i18n/format';
import { de } from './messages.de';
import { en } from './messages.en';
import { inWords, readRule, weekdayOf, writeRule } from './recurrence';

const rules = [
  'FREQ=DAILY',
  'FREQ=WEEKLY;BYDAY=MO,TH;COUNT=20',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270301',
  'FREQ=MONTHLY;INTERVAL=3;COUNT=4',
  'FREQ=YEARLY;UNTIL=20301231',
];

test.each(rules)('%s is read and written as it was', (rule) => {
  expect(writeRule(readRule(rule))).toBe(rule);
});

test('days are kept for weeks only, in the order of the week', () => {
  expect(writeRule({ ...readRule('FREQ=WEEKLY'), days: ['FR', 'MO'] })).toBe('FREQ=WEEKLY;BYDAY=MO,FR');
  expect(writeRule({ ...readRule('FREQ=WEEKLY;BYDAY=MO'), every: 'DAILY' })).toBe('FREQ=DAILY');
});

test('a rule is said in words of both languages', () => {
  const english = (name: keyof typeof en, values?: object) => fill(en[name], 'en', values as Record<string, string>);
  const german = (name: keyof typeof en, values?: object) => fill(de[name], 'de', values as Record<string, string>);
  expect(inWords(readRule('FREQ=WEEKLY;BYDAY=MO,TH;COUNT=20'), english as never, makeFormat('en', 'UTC'))).toBe('Every week on Monday and Thursday, 20 times');
  expect(inWords(readRule('FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU;UNTIL=20270301'), german as never, makeFormat('de', 'UTC'))).toBe('Alle 2 Wochen am Samstag und Sonntag, bis 01.03.2027');
});

test('the weekday of a day', () => {
  expect(weekdayOf('2026-11-29')).toBe('SU');
  expect(weekdayOf('2026-11-30')).toBe('MO');
});
