// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get, type Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge, type Tone } from '@/ui/badge';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages as details } from './details/messages';

const tones: Record<Wire<'RequirementChange'>['change'], Tone> = { better: 'good', worse: 'bad', added: 'note', removed: 'plain' };

/// What became of each requirement since another report.
export function Differences({ id, since }: { id: string; since: string }) {
  const d = useMessages(details);
  const f = useFormat();
  const said = useSaid();
  const { data, error, refetch } = useQuery(
    get('/api/gap-reports/{gap_report_id}/differences', { params: { path: { gap_report_id: id }, query: { since } } }),
  );
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton className="h-24 basis-full" />;
  return (
    <div className="mt-1 mb-3 basis-full rounded-lg border border-line bg-well/50 px-4 py-3.5">
      <p className="font-semibold figures">
        {d('changedFromTo', { before: f.decimal(data.before.score), after: f.decimal(data.after.score), change: f.signed(data.score_change) })}
      </p>
      {data.requirements.length === 0 && data.other.length === 0 && <p className="text-ink-soft">{d('noDifference')}</p>}
      <ul aria-label={d('differences')} className="mt-2 grid gap-3">
        {data.requirements.map((r) => (
          <li key={r.requirement_id} className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-2">
              <Badge tone={tones[r.change]}>{d(`change.${r.change}`)}</Badge>
              <span lang="en" className="font-medium">{r.name}</span>
              <span className="text-sm text-ink-soft figures">
                {d('pointsFromTo', { before: f.decimal(r.points_before ?? 0), after: f.decimal(r.points_after ?? 0) })}
              </span>
            </span>
            <span className="text-sm text-ink-soft" {...said(r.because)} />
          </li>
        ))}
      </ul>
      {data.other.map((sentence) => (
        <p key={sentence} className="mt-2 text-sm text-ink-soft" {...said(sentence)} />
      ))}
    </div>
  );
}
