// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import type { Wire } from '@/api/client';
import { countByStatus, coverageOf, type Requirement, suppose } from './score-math';

const level = (value: number): Wire<'Level'> => ({ value, label: 'working', low: value, high: value, reasons: [] });
function requirement(id: string, more: Partial<Requirement>): Requirement {
  return {
    id, name: id, framework: 'headway', external_id: id, kind: 'tool', same_as: [], link: null, status: 'missing', need: 'must',
    any_of: [], or_similar: false, needed: level(4), held: null, support: 'none', met_by: null, certainty: 0, importance: null,
    hot: false, in_demand: false, weight: 1, coverage: 0, points: 0, gain: 0, within_noise: false, job_evidence: [],
    resume_evidence: [], ...more,
  };
}
const requirements = [
  requirement('a', { weight: 3, coverage: 1, status: 'matched', points: 75 }),
  requirement('b', { weight: 1, gain: 25 }),
];
const report = { score: 75, interval: { low: 70, high: 98, confidence: 0.8 }, weight_sum: 4, requirements } as unknown as Wire<'GapReportContent'>;

describe('supposed levels', () => {
  it('cover half a level below what is needed', () => {
    expect(coverageOf(3.5, 4)).toBe(1);
    expect(coverageOf(1.75, 4)).toBe(0.5);
    expect(coverageOf(0, 0)).toBe(0);
    expect(coverageOf(1, 0)).toBe(1);
  });

  it('change the score by the weight of what they close, and the interval with it', () => {
    const all = suppose(report, { b: 4 });
    expect(all.score).toBe(100);
    expect([all.low, all.high]).toEqual([95, 100]);
    expect(all.byId.get('b')).toEqual({ status: 'matched', coverage: 1, points: 25, gain: 0 });
    expect(suppose(report, { b: 1.75 }).score).toBe(87.5);
    expect(suppose(report, { b: 0.5 }).byId.get('b')?.status).toBe('missing');
  });

  it('leave what they do not touch as the report has it, however its figures were rounded', () => {
    const rounded = {
      ...report,
      score: 62.13,
      requirements: [
        requirement('a', { weight: 1, coverage: 0.85, points: 7.54, gain: 1.32, status: 'weak' }),
        requirement('b', { weight: 0.4, points: 0, gain: 3.55 }),
      ],
    };
    const none = suppose(rounded, {});
    expect([none.score, none.low, none.high]).toEqual([62.13, 70, 98]);
    expect(none.byId.get('a')).toEqual({ status: 'weak', coverage: 0.85, points: 7.54, gain: 1.32 });
    const one = suppose(rounded, { b: 4 });
    expect(one.score).toBeCloseTo(62.13 + 3.55, 10);
    expect(one.byId.get('a')?.points).toBe(7.54);
  });

  it('can lower what is held', () => {
    expect(suppose(report, { a: 0 }).score).toBe(0);
  });
});

it('counts by status', () => {
  expect(countByStatus(requirements)).toEqual({ matched: 1, weak: 0, missing: 1 });
});
