// SPDX-License-Identifier: GPL-3.0-or-later
import type { Run } from '@/api/runs';
import { sourceName } from '@/i18n/job-sources';
import { type JobType, jobTypes } from '@/i18n/job-types';
import type { Schedule, SourceCount } from './use-fetching';

const isJobType = (text: string): text is JobType => jobTypes.some((type) => type === text);

/// What a fetch was asked, in a line; known once it has ended. "nurse · Harrowby · lanternfield (Greenhouse)".
/// `nameOf`: what a kind of job is called.
export function askedFor({ provenance }: Pick<Run, 'provenance'>, nameOf: (type: JobType) => string): string {
  const parts = (provenance?.parameters ?? []).map(({ name, value }) => {
    if (name === 'board') {
      const [source = '', ...board] = value.split(' ');
      return `${board.join(' ')} (${sourceName(source) ?? source})`;
    }
    if (name === 'job_types') return value.split(', ').map((type) => (isJobType(type) ? nameOf(type) : type)).join(', ');
    return name === 'sources' ? value.split(', ').map((source) => sourceName(source) ?? source).join(', ') : value;
  });
  return parts.join(' · ');
}

/// Where the jobs that came are found: the one, those of the one source, or all.
export function jobsAddress(ids: readonly string[], sources: readonly SourceCount[]): string {
  const [only, second] = ids;
  if (only && !second) return `/job?id=${encodeURIComponent(only)}`;
  const giving = sources.filter(({ added, duplicates }) => added + duplicates > 0);
  const [source] = giving;
  return source && giving.length === 1 ? `/jobs?source=${encodeURIComponent(source.source)}` : '/jobs';
}

/// What a fetch that repeats looks for, in a line: "nurse · Harrowby · Full time · lanternfield (Greenhouse)".
export function lookedFor({ fetch }: Pick<Schedule, 'fetch'>, typeName: (type: JobType) => string): string {
  return [
    fetch.keywords.join(', '),
    fetch.locations.join(', '),
    fetch.job_types.map(typeName).join(', '),
    fetch.sources.map((source) => sourceName(source) ?? source).join(', '),
    ...fetch.boards.map(({ source, name }) => `${name} (${sourceName(source) ?? source})`),
    ...fetch.urls,
  ]
    .filter(Boolean)
    .join(' · ');
}
