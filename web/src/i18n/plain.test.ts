// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it, vi } from 'vitest';
import { makeFormat } from './format';
import { languages } from './language';
import { plainNumber, plainRelative, type Unit } from './plain';

/// Small and large, halves of every digit, on both sides of zero and of a thousand.
const numbers = [
  ...Array.from({ length: 2000 }, (_, i) => i / 8),
  ...Array.from({ length: 2000 }, (_, i) => i / 20 + 0.005),
  ...[0, 1e-9, 0.04, 0.049, 0.0499999, 0.05, 0.35, 1.005, 2.675, 899.95, 998.95, 999, 999.4, 999.44, 999.45, 999.5, 999.9, 999.94, 999.95, 1000, 1234.56, 1e6, 1e21],
].flatMap((value) => [value, -value]);

describe.each(languages)('in %s', (language) => {
  it.each([0, 1, 3])('numbers of at most %i digits are those of Intl', (digits) => {
    const intl = new Intl.NumberFormat(language, { maximumFractionDigits: digits });
    for (const value of numbers) expect(plainNumber(value, digits, language) ?? intl.format(value), `${value}`).toBe(intl.format(value));
    expect(plainNumber(999, digits, language)).toBe('999');
    expect(plainNumber(Number.NaN, digits, language)).toBeUndefined();
  });

  it('so are those with a sign and shares', () => {
    const { signed, percent } = makeFormat(language, 'UTC');
    const withSign = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
    const share = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
    for (const value of numbers) expect(signed(value), `${value}`).toBe(withSign.format(value));
    for (let value = 0; value <= 1; value += 0.01) expect(percent(value), `${value}`).toBe(share.format(value));
    for (const value of [-0.5, 8.99, 9, 12.3, 120]) expect(percent(value), `${value}`).toBe(share.format(value));
  });

  it('times near by are those of Intl', () => {
    const intl = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
    const units: readonly Unit[] = ['minute', 'hour', 'day', 'week', 'month'];
    for (const unit of units) {
      for (let away = -70; away <= 70; away += 1) {
        expect(plainRelative(away, unit, language, String)).toBe(intl.format(away, unit));
      }
      expect(plainRelative(-0, unit, language, String)).toBe(intl.format(0, unit));
    }
  });

  it('nothing of it makes a formatter', () => {
    const made = (['NumberFormat', 'RelativeTimeFormat', 'DateTimeFormat'] as const).map((name) => vi.spyOn(Intl, name));
    const f = makeFormat(language, undefined);
    f.number(7);
    f.decimal(3.25);
    f.signed(-2.5);
    f.percent(0.8);
    f.inDays('2026-11-29');
    f.ago(new Date().toISOString());
    const calls = made.map((spy) => spy.mock.calls.length);
    vi.restoreAllMocks();
    expect(calls).toEqual([0, 0, 0]);
  });
});
