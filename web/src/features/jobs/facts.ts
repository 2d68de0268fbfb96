// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { jobTypeNames } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

type Facts = Pick<Wire<'JobSummary'>, 'company' | 'location' | 'remote' | 'job_type' | 'salary' | 'posted_on' | 'created_at'>;

/// What is known of a job beside its text, as short texts.
export function useFacts(): (job: Facts) => { where: string[]; how: string[] } {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const f = useFormat();
  const pay = (salary: NonNullable<Facts['salary']>): string => {
    const money = new Intl.NumberFormat(f.language, {
      ...(salary.currency !== null && { style: 'currency' as const, currency: salary.currency }),
      maximumFractionDigits: 0,
    });
    const { min, max } = salary;
    if (salary.period === null) {
      if (min !== null && max !== null) return t('payBetween', { min: money.format(min), max: money.format(max) });
      if (min !== null) return t('payFrom', { min: money.format(min) });
      return max === null ? '' : t('payTo', { max: money.format(max) });
    }
    const period = t(`period.${salary.period}`);
    if (min !== null && max !== null) return t('salaryBetween', { min: money.format(min), max: money.format(max), period });
    if (min !== null) return t('salaryFrom', { min: money.format(min), period });
    return max === null ? '' : t('salaryTo', { max: money.format(max), period });
  };
  return (job) => ({
    where: [job.company, job.location, job.remote ? t('remote') : ''].filter(Boolean),
    how: [
      job.job_type ? tType(job.job_type) : '',
      job.salary ? pay(job.salary) : '',
      job.posted_on ? t('posted', { when: f.inDays(job.posted_on) }) : t('added', { when: f.ago(job.created_at) }),
    ].filter(Boolean),
  });
}
