// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { cx } from '@/ui/cx';
import { ScoreRing } from '@/ui/score';
import { Skeleton } from '@/ui/skeleton';
import { Sparkline } from '@/ui/sparkline';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { type Summary, useLatestReports } from './use-dashboard';

/// The smallest change of a score that is shown as one.
const least = 0.05;

/// Where I stand: the newest scores, and how they went.
export function ScoresCard() {
  const t = useMessages(messages);
  const { data, error, refetch } = useLatestReports();
  return (
    <Card>
      <CardHeader title={t('scores')}>
        {data && data.items.length > 0 && (
          <ButtonLink look="quiet" size="sm" href="/reports" className="-mr-3">
            {t('allReports')}
          </ButtonLink>
        )}
      </CardHeader>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-48" />}
      {data?.items.length === 0 && (
        <div className="grid justify-items-start gap-3 py-2">
          <p className="text-ink-soft">{t('noScores')}</p>
          <ButtonLink size="sm" look="secondary" href="/reports?new">
            {t('stepAction.report')}
          </ButtonLink>
        </div>
      )}
      {data && data.items.length > 0 && (
        <ul className="-mx-2 grid grid-cols-[minmax(0,1fr)]">
          {data.items.map((report) => (
            <Score key={report.id} report={report} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function Score({ report }: { report: Summary }) {
  const t = useMessages(messages);
  const { stats } = report;
  const open = stats ? stats.missing + stats.weak : 0;
  return (
    <li className="relative flex items-center gap-4 rounded-md px-2 py-2.5 hover:bg-well/60">
      {stats ? (
        <ScoreRing score={stats.score} low={stats.low} high={stats.high} size="sm" />
      ) : (
        <span aria-hidden className="size-14 shrink-0 rounded-full border-4 border-line" />
      )}
      <div className="min-w-0 grow">
        <Link href={`/report?id=${report.id}`} className="line-clamp-2 leading-5 font-semibold wrap-anywhere after:absolute after:inset-0 hover:text-primary">
          {report.job_title}
        </Link>
        <p className="line-clamp-2 text-sm text-ink-soft">
          {[report.company, stats ? (open > 0 ? t('toGo', { count: open }) : t('nothingToGo')) : ''].filter(Boolean).join(' · ')}
        </p>
        {!stats && <Badge tone={report.state === 'failed' ? 'bad' : 'note'}>{t(report.state === 'failed' ? 'reportFailed' : 'reportMaking')}</Badge>}
      </div>
      {stats && report.previous_score !== null && <Trend id={report.id} change={stats.score - report.previous_score} />}
    </li>
  );
}

/// How the score went; nothing where it never moved.
function Trend({ id, change }: { id: string; change: number }) {
  const t = useMessages(messages);
  const f = useFormat();
  const { data } = useQuery(
    get('/api/gap-reports/{gap_report_id}/history', { params: { path: { gap_report_id: id }, query: { limit: 12 } } }),
  );
  const scores = (data?.items ?? []).flatMap(({ stats }) => (stats ? [stats.score] : [])).toReversed();
  const moved = Math.max(...scores) - Math.min(...scores) >= least;
  return (
    <div className="flex min-h-11 w-24 shrink-0 flex-col items-end max-sm:hidden">
      {moved && <Sparkline values={scores} label={t('trend', { scores: scores.map((s) => f.decimal(s)).join(', ') })} />}
      {Math.abs(change) >= least && (
        <span className={cx('text-xs font-semibold figures', change > 0 ? 'text-good' : 'text-warn')}>{f.signed(change)}</span>
      )}
    </div>
  );
}
