// SPDX-License-Identifier: GPL-3.0-or-later
// Which boards can be asked, and what each needs to know.
import type { Wire } from '@/api/client';
import type { JobSource } from '@/i18n/job-sources';

export type Board = Wire<'JobBoard'>;

/// Boards with the jobs of many employers, searched by words.
export const openBoards = ['remotive', 'remoteok', 'arbeitnow', 'the_muse', 'adzuna', 'usajobs'] as const satisfies readonly JobSource[];

/// Of these, the ones that answer only to a key that the server's administrator has set.
export const needsKey: readonly JobSource[] = ['adzuna', 'usajobs'];

/// Boards with one address for each employer; where the employer's name stands in it.
export const employerBoards = {
  greenhouse: 'boards.greenhouse.io/NAME',
  lever: 'jobs.lever.co/NAME',
  ashby: 'jobs.ashbyhq.com/NAME',
  smartrecruiters: 'careers.smartrecruiters.com/NAME',
  workday: 'TENANT.wd1.myworkdayjobs.com/SITE',
} as const satisfies Readonly<Record<Board['source'], string>>;

export const employerSources = Object.keys(employerBoards) as Board['source'][];
