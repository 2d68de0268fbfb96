// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useOpenRuns } from '@/api/runs';
import { useMessages } from '@/i18n/messages';
import { messages as shell } from '@/shell/messages';
import { RunsList } from '@/shell/runs-list';
import { Card, CardHeader } from '@/ui/card';

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
