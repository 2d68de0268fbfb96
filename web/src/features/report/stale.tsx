// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { UseMutationResult } from '@tanstack/react-query';
import { History, RefreshCw } from 'lucide-react';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink } from '@/ui/button';
import { messages } from './messages';
import { type Report, addressOf } from './use-report';

/// Something has changed since: where the newest is, or how to make it.
export function Stale({ report, reRun }: { report: Report; reRun: UseMutationResult<Wire<'GapRunResult'>, Error, void> }) {
  const t = useMessages(messages);
  const newer = report.latest_id !== report.id;
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-needed/40 bg-warn-soft px-5 py-3.5 print:hidden">
      <p className="flex min-w-0 items-start gap-3">
        <History aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        {newer ? t('staleNewer') : report.resume_id === null ? t('staleNoResume') : t('stale')}
      </p>
      {newer ? (
        <ButtonLink size="sm" href={addressOf(report.latest_id)}>
          {t('toLatest')}
        </ButtonLink>
      ) : (
        report.resume_id !== null && (
          <Button size="sm" busy={reRun.isPending} onClick={() => reRun.mutate()}>
            <RefreshCw aria-hidden />
            {t('reRun')}
          </Button>
        )
      )}
      {reRun.error && <p className="basis-full font-medium text-bad">{reRun.error.message}</p>}
    </div>
  );
}
