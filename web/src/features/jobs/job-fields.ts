// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wire } from '@/api/client';

type Period = NonNullable<NonNullable<Wire<'JobInput'>['salary']>['period']>;

/// A job as it stands in the form: all is text, what is not known is empty.
export interface JobFields {
  title: string;
  description: string;
  company: string;
  location: string;
  remote: boolean;
  job_type: Wire<'JobType'> | '';
  url: string;
  posted_on: string;
  low: string;
  high: string;
  currency: string;
  period: Period | '';
}

export const periods: readonly Period[] = ['hour', 'day', 'week', 'month', 'year'];

/// The form about a job, or about a new one.
export function fieldsOf(job: Wire<'Job'> | null): JobFields {
  const salary = job?.salary ?? null;
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  return {
    title: job?.title ?? '',
    description: job?.description ?? '',
    company: job?.company ?? '',
    location: job?.location ?? '',
    remote: job?.remote ?? false,
    job_type: job?.job_type ?? '',
    url: job?.url ?? '',
    posted_on: job?.posted_on ?? '',
    low: figure(salary?.min),
    high: figure(salary?.max),
    // What an ad does not state stays unknown; only a new pay starts with what is likely.
    currency: salary ? (salary.currency ?? '') : 'EUR',
    period: salary ? (salary.period ?? '') : 'year',
  };
}

function amount(text: string): number | null {
  const value = Number(text.trim().replace(/[\s']/g, ''));
  return text.trim() === '' || !Number.isFinite(value) ? null : value;
}

export function wireOf(form: JobFields): Wire<'JobInput'> {
  const { low, high, currency, period, title, job_type, url, posted_on, ...others } = form;
  const min = amount(low);
  const max = amount(high);
  return {
    ...others,
    title: title.trim() || null,
    job_type: job_type || null,
    url: url.trim() || null,
    posted_on: posted_on || null,
    salary: min === null && max === null ? null : { min, max, currency: currency.trim().toUpperCase() || null, period: period || null },
  };
}
