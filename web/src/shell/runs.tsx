// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { Activity } from 'lucide-react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Popover } from '@/ui/popover';
import { Progress } from '@/ui/progress';
import { messages } from './messages';

/// What the server works on for this person; nothing when it does not.
export function RunsInProgress() {
  const t = useMessages(messages);
  const f = useFormat();
  const { data } = useQuery(get('/api/runs', { params: { query: { state: ['queued', 'running'] } } }));
  const runs = data?.items ?? [];
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
      <ul className="grid gap-4">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-1.5">
            <span className="text-sm font-medium">{t(`run.${run.kind}`)}</span>
            <Progress value={run.progress} label={t(`run.${run.kind}`)} />
            <span className="text-xs text-ink-soft">{run.state === 'queued' ? t('queued') : run.step}</span>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
