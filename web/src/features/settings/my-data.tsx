// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Download, PackageOpen } from 'lucide-react';
import { api, get, ok } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useStep } from '@/i18n/run-steps';
import { useSaid } from '@/i18n/server-text';
import { Button, buttonLook } from '@/ui/button';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

/// Everything of the account as one file: started, followed, downloaded.
export function MyData() {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const runs = useQuery({
    ...get('/api/runs', { params: { query: { kind: 'export', limit: 1 } } }),
    refetchInterval: ({ state }) => (['queued', 'running'].includes(state.data?.items[0]?.state ?? '') ? 1500 : false),
  });
  const start = useMutation({
    mutationFn: () => ok(api.POST('/api/my-data/exports')),
    onSettled: () => invalidate(client, '/api/runs'),
  });
  const step = useStep();
  const said = useSaid();
  const run = runs.data?.items[0];
  const busy = run?.state === 'queued' || run?.state === 'running';
  return (
    <div className="grid grid-cols-1 gap-4">
      {run && busy && (
        <div role="status" className="grid grid-cols-1 gap-1.5">
          <Progress value={run.progress} label={t('exporting')} />
          <p className="text-sm text-ink-soft">{step(run)}</p>
        </div>
      )}
      {run?.state === 'failed' && <Notice bad>{said(run.reason).children || t('exportFailed')}</Notice>}
      {start.isError && <Notice bad>{start.error.message}</Notice>}
      <div className="flex flex-wrap items-center gap-3">
        {run?.state === 'ready' && run.finished_at && (
          <>
            <a href={`/api/my-data/exports/${run.id}/file`} download className={buttonLook({})}>
              <Download aria-hidden />
              {t('download')}
            </a>
            <span className="text-sm text-ink-soft">{t('exportedAt', { when: f.time(run.finished_at) })}</span>
          </>
        )}
        <Button look="secondary" busy={start.isPending || busy} onClick={() => start.mutate()}>
          <PackageOpen aria-hidden />
          {t(run?.state === 'ready' ? 'exportAgain' : 'export')}
        </Button>
      </div>
    </div>
  );
}
