// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useState } from 'react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Sparkline } from '@/ui/sparkline';
import { messages as details } from './details/messages';
import { messages } from './messages';
import { type Report, addressOf } from './use-report';

const Differences = dynamic(() => import('./differences').then((m) => m.Differences), { ssr: false });

const first = 5;

/// The reports on the same résumé and job, and what changed between two of them.
export function History({ report }: { report: Report }) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const f = useFormat();
  const [since, setSince] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const history = useQuery(
    get('/api/gap-reports/{gap_report_id}/history', { params: { path: { gap_report_id: report.id }, query: { limit: 50 } } }),
  );
  const items = (history.data?.items ?? []).flatMap((item) => (item.stats ? [{ ...item, stats: item.stats }] : []));
  if (items.length < 2) return null;
  const shown = all ? items : items.slice(0, first);
  const scores = items.map(({ stats }) => stats.score).toReversed();
  return (
    <Card className="print:hidden">
      <CardHeader title={d('history')}>
        <Sparkline values={scores} label={t('trend', { scores: scores.map((s) => f.decimal(s)).join(', ') })} />
      </CardHeader>
      <ul className="-mx-2 grid grid-cols-[minmax(0,1fr)]">
        {shown.map((item) => (
          <li key={item.id} className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 rounded-md px-2 py-1.5 hover:bg-well/50">
            <span className="w-11 text-right text-lg font-semibold figures">{f.decimal(item.stats.score)}</span>
            <Link
              href={addressOf(item.id)}
              aria-current={item.id === report.id ? 'true' : undefined}
              className="min-w-0 flex-1 text-sm font-medium hover:text-primary hover:underline"
            >
              <time dateTime={item.created_at}>{f.time(item.created_at)}</time>
            </Link>
            {item.id === report.id && <Badge>{d('thisOne')}</Badge>}
            {item.id !== report.id && (
              <Button
                look="quiet"
                size="sm"
                aria-pressed={since === item.id}
                aria-label={d('compareWith', { when: f.time(item.created_at) })}
                onClick={() => setSince(since === item.id ? null : item.id)}
              >
                {since === item.id ? d('hideDifferences') : d('compare')}
              </Button>
            )}
            {since === item.id && <Differences id={report.id} since={item.id} />}
          </li>
        ))}
      </ul>
      {items.length > first && !all && (
        <Button look="quiet" size="sm" className="mt-1" onClick={() => setAll(true)}>
          {d('moreHistory', { count: items.length - first })}
        </Button>
      )}
    </Card>
  );
}
