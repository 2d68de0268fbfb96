// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { RotateCw } from 'lucide-react';
import { isOpen, type Run, useCancelRun, useRetryRun } from '@/api/runs';
import { useFormat } from '@/i18n/format';
import { jobTypeNames } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { useStep } from '@/i18n/run-steps';
import { useSaid } from '@/i18n/server-text';
import { Badge, type Tone } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { RunProgress } from '@/ui/run-progress';
import { toast } from '@/ui/toast';
import { messages } from './messages';
import { askedFor, jobsAddress } from './run-text';
import { SourceList } from './source-list';

const tones: Readonly<Record<Run['state'], Tone>> = { queued: 'note', running: 'note', ready: 'good', failed: 'bad', cancelled: 'plain' };

/// A fetch: what it was asked, how far it is or what it brought, and what can be done about it.
export function FetchCard({ run }: { run: Run }) {
  const t = useMessages(messages);
  const f = useFormat();
  const said = useSaid();
  const retry = useRetryRun(useFailed());
  const asked = askedFor(run, useMessages(jobTypeNames));
  return (
    <Card as="li" className="grid grid-cols-[minmax(0,1fr)] gap-3 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span role="status">
          <Badge tone={tones[run.state]}>{t(`state.${run.state}`)}</Badge>
        </span>
        <span className="text-sm text-ink-soft">{t('started', { when: f.ago(run.created_at) })}</span>
      </div>
      {asked && <p className="font-medium wrap-anywhere">{asked}</p>}
      {isOpen(run) && <UnderWay run={run} />}
      {run.state === 'ready' && <Brought run={run} />}
      {run.state === 'failed' && (
        <p className="wrap-anywhere" {...said(run.reason)} />
      )}
      {run.state === 'cancelled' && <p className="text-ink-soft">{t('cancelledText')}</p>}
      {run.can_retry && (
        <Button size="sm" look="secondary" className="justify-self-start" busy={retry.isPending} onClick={() => retry.mutate(run)}>
          <RotateCw aria-hidden />
          {t('retry')}
        </Button>
      )}
    </Card>
  );
}

function useFailed() {
  const t = useMessages(messages);
  return (error: Error) => toast(t('failedAction', { reason: error.message }), { bad: true });
}

function UnderWay({ run }: { run: Run }) {
  const step = useStep();
  const cancel = useCancelRun(useFailed());
  return <RunProgress value={run.progress} text={step(run)} stopping={cancel.isSuccess} busy={cancel.isPending} onCancel={() => cancel.mutate(run)} />;
}

function Brought({ run: { result } }: { run: Run }) {
  const t = useMessages(messages);
  if (!result) return null;
  const sources = result.sources ?? [];
  const ids = result.job_ids ?? [];
  const added = sources.reduce((sum, source) => sum + source.added, 0);
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-lg font-semibold">{added > 0 ? t('newJobs', { count: added }) : t('nothingNew')}</p>
        {ids.length > 0 && (
          <ButtonLink size="sm" look="secondary" href={jobsAddress(ids, sources)}>
            {t(ids.length === 1 ? 'openJob' : 'openJobs')}
          </ButtonLink>
        )}
      </div>
      <SourceList sources={sources} />
    </>
  );
}
