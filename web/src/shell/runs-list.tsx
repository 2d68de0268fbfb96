// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { Run } from '@/api/runs';
import { useMessages } from '@/i18n/messages';
import { useStep } from '@/i18n/run-steps';
import { Progress } from '@/ui/progress';
import { messages } from './messages';

/// What each run is, how far it is, and what it is doing.
export function RunsList({ runs }: { runs: readonly Run[] }) {
  const t = useMessages(messages);
  const step = useStep();
  return (
    <ul className="grid gap-4">
      {runs.map((run) => (
        <li key={run.id} className="grid gap-1.5">
          <span className="text-sm font-medium">{t(`run.${run.kind}`)}</span>
          <Progress value={run.progress} label={t(`run.${run.kind}`)} />
          <span className="text-xs text-ink-soft">{step(run)}</span>
        </li>
      ))}
    </ul>
  );
}
