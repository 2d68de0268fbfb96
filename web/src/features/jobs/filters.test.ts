// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { type Filters, hiddenFilters, readFilters, writeFilters } from './filters';

describe('filters', () => {
  it('come back from the address as they went in', () => {
    const filters: Filters = {
      q: 'nurse & more',
      sort: 'newest',
      job_type: ['full_time', 'contract'],
      location: 'Harrowby',
      remote: true,
      published: false,
      posted_since: '2026-11-01',
      salary_min: 40_000,
      min_fit: 55,
      source: 'the_muse',
    };
    expect(readFilters(new URLSearchParams(writeFilters(filters)))).toEqual(filters);
  });

  it('are none for an empty address, and by relevance for words', () => {
    expect(readFilters(new URLSearchParams(''))).toEqual({ sort: 'newest' });
    expect(readFilters(new URLSearchParams('q=nurse')).sort).toBe('relevance');
    expect(writeFilters({ sort: 'newest' })).toBe('');
    expect(readFilters(new URLSearchParams('sort=fit&q=nurse')).sort).toBe('fit');
  });

  it('leave out what nobody can mean', () => {
    const odd = 'sort=best&job_type=night&posted_since=soon&salary_min=-4&min_fit=high&remote=perhaps&published=maybe&q=%20';
    expect(readFilters(new URLSearchParams(odd))).toEqual({ sort: 'newest' });
  });

  it('are counted where they are out of sight', () => {
    expect(hiddenFilters({ sort: 'newest', q: 'x', remote: true, location: 'y', salary_min: 1 })).toBe(2);
  });
});
