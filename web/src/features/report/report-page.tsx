// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { RefreshCw } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { ApiError } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useCommand } from '@/shell/commands';
import { pages } from '@/shell/pages';
import { Button, ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { ExportMenu } from './export-menu';
import { ReportView } from './report-view';
import { Stale } from './stale';
import { messages } from './messages';
import { type Report, isMade, useReRun, useReport } from './use-report';

// Most reports are made by the time that they are looked at.
const Making = dynamic(() => import('./report-state').then((m) => m.Making), { ssr: false, loading: () => <Skeleton className="h-56 w-full rounded-lg" /> });
const Failed = dynamic(() => import('./report-state').then((m) => m.Failed), { ssr: false, loading: () => <Skeleton className="h-56 w-full rounded-lg" /> });

const plan = pages.find(({ path }) => path === '/plan');

export function ReportPage() {
  const t = useMessages(messages);
  const id = useSearchParams().get('id') ?? '';
  const { data, error, refetch, isPlaceholderData } = useReport(id);
  if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return <NoReport />;
  if (error && !isPlaceholderData) {
    return (
      <>
        <PageHeader title={t('title')} above={<Above />} />
        <ErrorState error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  if (!data) {
    return (
      <div role="status" aria-label={t('loading')} className="grid gap-6">
        <Skeleton className="h-14 w-80 max-w-full" />
        <Skeleton className="h-56 w-full rounded-lg" />
        <Skeleton className="h-[32rem] w-full rounded-lg" />
      </div>
    );
  }
  return <Shown report={data} />;
}

function NoReport() {
  const t = useMessages(messages);
  return (
    <PageHeader title={t('noSuch')} lead={t('noSuchText')}>
      <ButtonLink href="/reports">{t('toList')}</ButtonLink>
    </PageHeader>
  );
}

function Above() {
  const t = useMessages(messages);
  return (
    <Link href="/reports" className="hover:text-primary hover:underline">
      {t('reports')}
    </Link>
  );
}

function Shown({ report }: { report: Report }) {
  const t = useMessages(messages);
  const f = useFormat();
  const reRun = useReRun(report);
  useCommand(t('reRun'), () => reRun.mutate());
  const ready = report.state === 'ready' && report.content !== null;
  return (
    <>
      <PageHeader
        title={report.job_title}
        above={<Above />}
        lead={
          <>
            {report.company && <>{report.company} · </>}
            {t('against', { resume: report.resume_name })} · <time dateTime={report.created_at}>{f.ago(report.created_at)}</time>
          </>
        }
      >
        {ready && (
          <>
            {report.resume_id !== null && !report.stale && (
              <Button look="quiet" busy={reRun.isPending} onClick={() => reRun.mutate()}>
                <RefreshCw aria-hidden />
                {t('reRun')}
              </Button>
            )}
            <ExportMenu id={report.id} />
            {plan && <ButtonLink href={`${plan.path}?report=${report.id}`}>{t('plan')}</ButtonLink>}
          </>
        )}
      </PageHeader>
      {report.stale && <Stale report={report} reRun={reRun} />}
      {reRun.error && !report.stale && (
        <p role="alert" className="mb-5 rounded-md bg-bad-soft px-4 py-3 font-medium text-bad">
          {reRun.error.message}
        </p>
      )}
      {isMade(report) && <Making report={report} />}
      {(report.state === 'failed' || report.state === 'cancelled') && <Failed report={report} />}
      {ready && report.content && <ReportView report={report} content={report.content} />}
    </>
  );
}
