// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { FileSearch } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Select } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { messages } from './messages';
import { PlanOfReport } from './plan-of-report';
import { useReports } from './use-plan';

export function PlanPage() {
  const t = useMessages(messages);
  const f = useFormat();
  const router = useRouter();
  const asked = useSearchParams().get('report');
  const query = useReports();
  const { reports } = query;
  // A report that has been made anew since is followed to the newest.
  const report = reports.find(({ id }) => id === asked) ?? (asked === null ? reports[0] : undefined);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {reports.length > 0 && (
          <Select
            aria-label={t('forJob')}
            className="w-md max-w-full"
            value={report?.id ?? ''}
            onChange={(event) => router.replace(`/plan?report=${event.target.value}`)}
          >
            {!report && <option value="">{t('olderReport')}</option>}
            {reports.map((one) => (
              <option key={one.id} value={one.id}>
                {[one.job_title, one.company].filter(Boolean).join(' · ')}
                {one.stats ? ` (${f.number(one.stats.score)})` : ''}
              </option>
            ))}
          </Select>
        )}
      </PageHeader>
      {query.isPending && <SkeletonList label={t('loading')} row="h-32" />}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && !report && (
        <EmptyState
          icon={FileSearch}
          title={t(asked && reports.length > 0 ? 'olderTitle' : 'noReportTitle')}
          action={reports.length === 0 && <ButtonLink href="/reports?new">{t('makeReport')}</ButtonLink>}
        >
          {t(asked && reports.length > 0 ? 'olderText' : 'noReportText')}
        </EmptyState>
      )}
      {report && <PlanOfReport key={report.id} report={report} />}
    </>
  );
}
