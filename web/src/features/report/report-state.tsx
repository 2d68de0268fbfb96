// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { RotateCw, TriangleAlert } from 'lucide-react';
import { get } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { useStep } from '@/i18n/run-steps';
import { useSaid } from '@/i18n/server-text';
import { Button, ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { Progress } from '@/ui/progress';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { type Report, addressOf, useRetry } from './use-report';

/// The report is being made: how far it is. The stream of changes brings the rest.
export function Making({ report }: { report: Report }) {
  const t = useMessages(messages);
  const step = useStep();
  const { data: run } = useQuery({
    ...get('/api/runs/{run_id}', { params: { path: { run_id: report.run_id ?? '' } } }),
    enabled: report.run_id !== null,
  });
  return (
    <div role="status" className="grid gap-6">
      <Card className="grid gap-3 p-7">
        <h2 className="text-xl">{t('making')}</h2>
        <Progress value={run?.progress ?? 0} label={t('making')} />
        <p className="text-sm text-ink-soft">{step(run)}</p>
      </Card>
      <Skeleton className="h-96 w-full rounded-lg" />
    </div>
  );
}

/// Why there is no report, and what can be done.
export function Failed({ report }: { report: Report }) {
  const t = useMessages(messages);
  const said = useSaid();
  const retry = useRetry(report);
  const { run_id } = report;
  return (
    <div role="alert" className="grid justify-items-start gap-3 rounded-lg border border-bad/30 bg-bad-soft/50 p-7">
      <h2 className="flex items-center gap-2.5 text-xl">
        <TriangleAlert aria-hidden className="size-6 text-bad" />
        {report.state === 'cancelled' ? t('cancelled') : t('failed')}
      </h2>
      {report.reason ? <p {...said(report.reason)} /> : <p>{t('noReason')}</p>}
      <div className="mt-1 flex flex-wrap gap-3">
        {report.can_retry && run_id !== null && (
          <Button busy={retry.isPending} onClick={() => retry.mutate(run_id)}>
            <RotateCw aria-hidden />
            {t('retry')}
          </Button>
        )}
        {report.latest_id !== report.id && (
          <ButtonLink look="secondary" href={addressOf(report.latest_id)}>
            {t('toLatest')}
          </ButtonLink>
        )}
      </div>
      {retry.error && <p className="font-medium text-bad">{retry.error.message}</p>}
    </div>
  );
}
