// SPDX-License-Identifier: GPL-3.0-or-later
// What of the jobs is shown. It stands in the address, so that going back finds it again.
import type { Wire } from '@/api/client';
import { jobTypes } from '@/i18n/job-types';

export const sorts = ['newest', 'fit', 'relevance', 'company'] as const;

export interface Filters {
  q?: string;
  sort: (typeof sorts)[number];
  job_type?: Wire<'JobType'>[];
  location?: string;
  company?: string;
  remote?: true;
  saved?: true;
  published?: boolean;
  posted_since?: string;
  salary_min?: number;
  /// 1–100; needs a résumé.
  min_fit?: number;
  source?: string;
}

const isOneOf = <T extends string>(values: readonly T[], text: string | null): text is T => values.includes(text as T);
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/// A whole number above 0; more than `most` is taken for that.
function amount(text: string | null, most: number): number | undefined {
  const value = Math.round(Number(text));
  return Number.isFinite(value) && value > 0 ? Math.min(value, most) : undefined;
}

export function readFilters(address: URLSearchParams): Filters {
  const words = (name: string) => address.get(name)?.trim().slice(0, 200);
  const sort = address.get('sort');
  const types = address.getAll('job_type').filter((type) => isOneOf(jobTypes, type));
  const since = address.get('posted_since');
  const salary = amount(address.get('salary_min'), 1e9);
  const fit = amount(address.get('min_fit'), 100);
  const source = words('source')?.slice(0, 60);
  const q = words('q');
  const location = words('location');
  const company = words('company');
  const published = address.get('published');
  return {
    sort: isOneOf(sorts, sort) ? sort : q ? 'relevance' : 'newest',
    ...(q && { q }),
    ...(types.length > 0 && { job_type: types }),
    ...(location && { location }),
    ...(company && { company }),
    ...(address.get('remote') === 'true' && { remote: true as const }),
    ...(address.get('saved') === 'true' && { saved: true as const }),
    ...((published === 'true' || published === 'false') && { published: published === 'true' }),
    ...(isDay(since) && { posted_since: since }),
    ...(salary && { salary_min: salary }),
    ...(fit && { min_fit: fit }),
    ...(source && { source }),
  };
}

/// The same as text after "?", without what is as it always is.
export function writeFilters({ sort, job_type, ...others }: Filters): string {
  const address = new URLSearchParams();
  for (const [name, value] of Object.entries(others)) if (value !== undefined && value !== '') address.set(name, String(value));
  for (const type of job_type ?? []) address.append('job_type', type);
  if (sort !== (others.q ? 'relevance' : 'newest')) address.set('sort', sort);
  return address.toString();
}

/// How many of the filters that are not always in sight are on.
export function hiddenFilters({ location, company, posted_since, salary_min, min_fit, source, published, job_type }: Filters): number {
  return [location, company, posted_since, salary_min, min_fit, source, published, job_type].filter((value) => value !== undefined).length;
}

/// A filter off is absent, not undefined.
export function without(filters: Filters, name: 'q' | 'saved' | 'remote'): Filters {
  const { q, saved, remote, ...others } = filters;
  return {
    ...others,
    ...(q !== undefined && name !== 'q' && { q }),
    ...(saved && name !== 'saved' && { saved }),
    ...(remote && name !== 'remote' && { remote }),
  };
}

/// With other words; the best match comes first as long as no other order was chosen.
export function searched(filters: Filters, words: string): Filters {
  const { sort } = filters;
  const others = without(filters, 'q');
  if (words) return { ...others, q: words, sort: filters.q || sort !== 'newest' ? sort : 'relevance' };
  return { ...others, sort: sort === 'relevance' ? 'newest' : sort };
}
