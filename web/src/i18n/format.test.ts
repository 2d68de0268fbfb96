// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { daysBetween, makeFormat, today } from './format';
import { nearestLanguage } from './language';

describe('days', () => {
  it('are those of the time zone', () => {
    const late = new Date('2026-11-29T23:30:00Z');
    expect(today('UTC', late)).toBe('2026-11-29');
    expect(today('Europe/Berlin', late)).toBe('2026-11-30');
    expect(today('America/New_York', late)).toBe('2026-11-29');
  });

  it('are counted across the change of clocks', () => {
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
    expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  });

  it('are written the same in every time zone', () => {
    for (const zone of ['Pacific/Auckland', 'Pacific/Pago_Pago']) {
      expect(makeFormat('en', zone).day('2026-11-29')).toBe('Nov 29, 2026');
      expect(makeFormat('de', zone).day('2026-11-29')).toBe('29.11.2026');
    }
  });
});

describe('numbers', () => {
  it('follow the language', () => {
    expect(makeFormat('de', 'UTC').decimal(3.25)).toBe('3,3');
    expect(makeFormat('en', 'UTC').percent(0.25)).toBe('25%');
  });
});

it('takes the nearest language', () => {
  expect(nearestLanguage('de-AT')).toBe('de');
  expect(nearestLanguage('fr')).toBe('en');
  expect(nearestLanguage(null)).toBe('en');
});
