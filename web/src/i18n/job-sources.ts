// SPDX-License-Identifier: GPL-3.0-or-later
// The boards that jobs come from, under the names they go by in every language.
import type { Wire } from '@/api/client';

export type JobSource = Wire<'JobSource'>;

export const sourceNames: Readonly<Record<JobSource, string>> = {
  remotive: 'Remotive',
  remoteok: 'Remote OK',
  arbeitnow: 'Arbeitnow',
  the_muse: 'The Muse',
  adzuna: 'Adzuna',
  usajobs: 'USAJOBS',
  greenhouse: 'Greenhouse',
  lever: 'Lever',
  ashby: 'Ashby',
  smartrecruiters: 'SmartRecruiters',
  workday: 'Workday',
};

/// Undefined for what is no board: a job added by hand, or from a page that was fetched by its address.
export function sourceName(source: string): string | undefined {
  return Object.entries(sourceNames).find(([known]) => known === source)?.[1];
}
