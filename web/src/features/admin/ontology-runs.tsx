// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { PackageCheck, RotateCw } from 'lucide-react';
import { useEffect } from 'react';
import type { Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { isOpen, type Run, useCancelRun, useRetryRun, useRuns } from '@/api/runs';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { useStep } from '@/i18n/run-steps';
import { Badge, type Tone } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { RunProgress } from '@/ui/run-progress';
import { toast } from '@/ui/toast';
import { messages } from './messages';
import { waiting } from './use-ontology';

const frameworkNames: Readonly<Record<string, string>> = { headway: 'Headway', onet: 'O*NET', esco: 'ESCO' };
const nameOf = ({ framework, release }: { framework: string; release: string }) => `${frameworkNames[framework] ?? framework} ${release}`;
const tones: Readonly<Record<Run['state'], Tone>> = { queued: 'note', running: 'note', ready: 'good', failed: 'bad', cancelled: 'plain' };

interface Props {
  inUse: readonly Wire<'Framework'>[];
  /// The run that changes it now, of whichever administrator.
  busyElsewhere: string | null;
}

/// Imports so far and under way, and what waits for the next start.
export function OntologyRuns({ inUse, busyElsewhere }: Props) {
  const t = useMessages(messages);
  const client = useQueryClient();
  const runs = useRuns('sync_ontology').data?.pages.flatMap((page) => page.items) ?? [];
  const next = waiting(runs, inUse);
  const open = runs.some(isOpen);
  // Whether another may be started depends on these.
  useEffect(() => void invalidate(client, '/api/admin/ontology'), [client, open]);
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-2">
      <CardHeader title={t('imports')} />
      {next.length > 0 && (
        <p role="status" className="flex items-start gap-3 rounded-md bg-note-soft px-3.5 py-3 font-medium text-note">
          <PackageCheck aria-hidden className="mt-0.5 size-5 shrink-0" />
          {t('usedFromNextStart', { packs: next.map(nameOf).join(', ') })}
        </p>
      )}
      {busyElsewhere !== null && !open && <p className="text-ink-soft">{t('busyElsewhere')}</p>}
      {runs.length === 0 && busyElsewhere === null && <p className="text-ink-soft">{t('noImports')}</p>}
      <ul aria-label={t('imports')} className="grid gap-4 empty:hidden">
        {runs.slice(0, 5).map((run) => (
          <OneRun key={run.id} run={run} />
        ))}
      </ul>
    </Card>
  );
}

function OneRun({ run }: { run: Run }) {
  const t = useMessages(messages);
  const f = useFormat();
  const failed = (error: Error) => toast(t('failedAction', { reason: error.message }), { bad: true });
  const cancel = useCancelRun(failed);
  const retry = useRetryRun(failed);
  const step = useStep();
  const said = useSaid();
  return (
    <li className="grid grid-cols-[minmax(0,1fr)] gap-2.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <span role="status">
          <Badge tone={tones[run.state]}>{t(`run.${run.state}`)}</Badge>
        </span>
        <span className="text-ink-soft">{f.ago(run.created_at)}</span>
        {run.state === 'ready' && <span className="figures">{run.result?.frameworks?.map(nameOf).join(' · ')}</span>}
      </p>
      {isOpen(run) && (
        <RunProgress
          value={run.progress}
          text={step(run)}
          stopping={cancel.isSuccess}
          busy={cancel.isPending}
          onCancel={() => cancel.mutate(run)}
        />
      )}
      {run.reason && <p className="text-sm wrap-anywhere" {...said(run.reason)} />}
      {run.can_retry && (
        <Button size="sm" look="secondary" className="justify-self-start" busy={retry.isPending} onClick={() => retry.mutate(run)}>
          <RotateCw aria-hidden />
          {t('tryAgain')}
        </Button>
      )}
    </li>
  );
}
