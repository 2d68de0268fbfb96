// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { messages as shell } from '@/shell/messages';
import { Card, CardHeader } from '@/ui/card';
import { Progress } from '@/ui/progress';
import { messages } from './messages';

/// What the server works on; nothing when it does not.
export function RunsCard() {
  const t = useMessages(messages);
  const tShell = useMessages(shell);
  const { data } = useQuery(get('/api/runs', { params: { query: { state: ['queued', 'running'] } } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Card>
      <CardHeader title={tShell('runsTitle')} />
      <ul className="grid gap-4">
        {data.items.map((run) => (
          <li key={run.id} className="grid gap-1.5">
            <span className="text-sm font-medium">{tShell(`run.${run.kind}`)}</span>
            <Progress value={run.progress} label={tShell(`run.${run.kind}`)} />
            <span className="text-xs text-ink-soft">{run.state === 'queued' ? t('waiting') : run.step}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
