// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of docs/formats/gap-report-json.md for supposed levels, as the server has it: what is shown while
// its answer is on the way.
import type { Wire } from '@/api/client';

export type Requirement = Wire<'Requirement'>;
export type Status = Requirement['status'];
export type Supposed = Readonly<Record<string, number>>;

const noise = 0.5; // levels
const weakFrom = 0.3; // coverage

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value));

export function coverageOf(level: number, needed: number): number {
  return clamp(level / (Math.max(needed, 1) - noise), 0, 1);
}

export interface Supposition {
  score: number;
  low: number;
  high: number;
  byId: ReadonlyMap<string, { status: Status; coverage: number; points: number; gain: number }>;
}

/// The report with other levels held. Where none is supposed, everything is as the report says.
export function suppose(report: Wire<'GapReportContent'>, levels: Supposed): Supposition {
  const byId = new Map<string, { status: Status; coverage: number; points: number; gain: number }>();
  let score = report.score;
  for (const r of report.requirements) {
    const level = levels[r.id];
    if (level === undefined) {
      byId.set(r.id, { status: r.status, coverage: r.coverage, points: r.points, gain: r.gain });
      continue;
    }
    const coverage = coverageOf(level, r.needed.value);
    const status = level >= r.needed.value - noise ? 'matched' : coverage >= weakFrom ? 'weak' : 'missing';
    // Weights and coverages of a report are rounded; points and gain are what is shown, and are all that it can be worth.
    const whole = r.points + r.gain;
    const points = whole * coverage;
    score += points - r.points;
    byId.set(r.id, { status, coverage, points, gain: whole - points });
  }
  const shift = score - report.score;
  return {
    score: clamp(score, 0, 100),
    low: clamp(report.interval.low + shift, 0, 100),
    high: clamp(report.interval.high + shift, 0, 100),
    byId,
  };
}

/// How many requirements there are of each status.
export function countByStatus(requirements: readonly Requirement[]): Record<Status, number> {
  const counts = { matched: 0, weak: 0, missing: 0 };
  for (const { status } of requirements) counts[status] += 1;
  return counts;
}
