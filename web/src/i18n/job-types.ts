// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of jobs, and what they are called: `const tType = useMessages(jobTypeNames)`.
import type { Wire } from '@/api/client';

export type JobType = Wire<'JobType'>;

export const jobTypes = ['full_time', 'part_time', 'contract', 'internship', 'temporary'] as const satisfies readonly JobType[];

export const jobTypeNames = {
  en: { full_time: 'Full time', part_time: 'Part time', contract: 'Contract', internship: 'Internship', temporary: 'Temporary' },
  de: { full_time: 'Vollzeit', part_time: 'Teilzeit', contract: 'Auftrag', internship: 'Praktikum', temporary: 'Befristet' },
} as const satisfies Readonly<Record<'en' | 'de', Readonly<Record<JobType, string>>>>;
