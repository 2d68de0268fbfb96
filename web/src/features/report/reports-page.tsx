// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChartNoAxesGantt, Plus } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { messages } from './messages';
import { NewReport } from './new-report';
import { ReportRow } from './report-row';
import { useReports } from './use-reports';

export function ReportsPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const makesNew = useSearchParams().has('new');
  const reports = useReports();
  const shown = reports.data?.pages.flatMap(({ items }) => items) ?? [];
  const newButton = (
    <Button onClick={() => router.push('/reports?new')}>
      <Plus aria-hidden />
      {t('newReport')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('reports')} lead={t('reportsLead')}>
        {newButton}
      </PageHeader>
      {reports.isPending && <SkeletonList label={t('loading')} row="h-20" rows={5} />}
      {reports.isError && <ErrorState error={reports.error} onRetry={() => void reports.refetch()} />}
      {reports.isSuccess && shown.length === 0 && (
        <EmptyState icon={ChartNoAxesGantt} title={t('emptyTitle')} action={newButton}>
          {t('emptyText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-3">
          {shown.map((report) => (
            <ReportRow key={report.id} report={report} />
          ))}
        </ul>
      )}
      {reports.hasNextPage && (
        <div className="mt-6 flex justify-center">
          <Button look="secondary" busy={reports.isFetchingNextPage} onClick={() => void reports.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {makesNew && <NewReport onClose={() => router.replace('/reports')} />}
    </>
  );
}
