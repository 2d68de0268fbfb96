// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Run } from '@/api/runs';
import { jobTypeNames } from '@/i18n/job-types';
import { askedFor, jobsAddress, lookedFor } from './run-text';
import type { Schedule, SourceCount } from './use-fetching';

it('says what a fetch was asked', () => {
  const parameters = [
    { name: 'keywords', value: 'nurse, carer' },
    { name: 'job_types', value: 'full_time, part_time' },
    { name: 'sources', value: 'the_muse, remoteok' },
    { name: 'board', value: 'greenhouse lanternfield' },
  ];
  const provenance = { parameters } as Run['provenance'];
  const nameOf = (type: keyof typeof jobTypeNames.en) => jobTypeNames.en[type];
  expect(askedFor({ provenance }, nameOf)).toBe('nurse, carer · Full time, Part time · The Muse, Remote OK · lanternfield (Greenhouse)');
  expect(askedFor({ provenance: null }, nameOf)).toBe('');
});

it('leads to the jobs that came', () => {
  const source = (name: string, added: number): SourceCount => ({ source: name, found: added, added, duplicates: 0, refused: 0, reason: null });
  expect(jobsAddress(['1'], [source('page', 1)])).toBe('/job?id=1');
  expect(jobsAddress(['1', '2'], [source('lever', 2), source('ashby', 0)])).toBe('/jobs?source=lever');
  expect(jobsAddress(['1', '2'], [source('lever', 1), source('ashby', 1)])).toBe('/jobs');
});

it('says what a fetch that repeats looks for', () => {
  const fetch: Schedule['fetch'] = {
    keywords: ['nurse', 'carer'],
    locations: [],
    job_types: ['full_time'],
    sources: ['the_muse'],
    boards: [{ source: 'greenhouse', name: 'lanternfield' }],
    urls: [],
    max_jobs_per_search: 25,
  };
  expect(lookedFor({ fetch }, (type) => type.toUpperCase())).toBe('nurse, carer · FULL_TIME · The Muse · lanternfield (Greenhouse)');
});
