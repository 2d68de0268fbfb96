// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import dynamic from 'next/dynamic';
import { useOpenRuns } from '@/api/runs';
import { useMessages } from '@/i18n/messages';
import { messages as shell } from '@/shell/messages';
import { Card, CardHeader } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';

const RunsList = dynamic(() => import('@/shell/runs-list').then((m) => m.RunsList), { ssr: false, loading: () => <Skeleton className="h-14 w-full" /> });

/// What the server works on; nothing when it does not.
export function RunsCard() {
  const tShell = useMessages(shell);
  const runs = useOpenRuns();
  if (runs.length === 0) return null;
  return (
    <Card>
      <CardHeader title={tShell('runsTitle')} />
      <RunsList runs={runs} />
    </Card>
  );
}
