// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Activity } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useOpenRuns } from '@/api/runs';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Popover } from '@/ui/popover';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';

// Mostly there is nothing that it could list.
const RunsList = dynamic(() => import('./runs-list').then((m) => m.RunsList), { ssr: false, loading: () => <Skeleton className="h-14 w-full" /> });

/// What the server works on for this person; nothing when it does not.
export function RunsInProgress() {
  const t = useMessages(messages);
  const f = useFormat();
  const runs = useOpenRuns();
  if (runs.length === 0) return null;
  return (
    <Popover
      label={t('runsTitle')}
      trigger={
        <button
          type="button"
          aria-label={t('runs', { count: runs.length })}
          className="inline-flex h-9 items-center gap-2 rounded-full bg-primary-soft px-3 text-sm font-semibold text-primary focus-visible:rounded-full"
        >
          <Activity aria-hidden className="size-4 animate-breathe" />
          <span className="figures">{f.number(runs.length)}</span>
        </button>
      }
    >
      <h2 className="mb-3 font-sans text-base font-semibold tracking-normal">{t('runsTitle')}</h2>
      <RunsList runs={runs} />
    </Popover>
  );
}
