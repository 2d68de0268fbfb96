// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { get, type Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { ScoreRing } from '@/ui/score';
import { Sparkline } from '@/ui/sparkline';
import { Counts } from './counts';
import { messages } from './messages';
import { addressOf, isMade } from './use-report';

/// The smallest change of a score that is shown as one.
const least = 0.05;

/// A report in the list: the score, what it is of, and how it went.
export function ReportRow({ report }: { report: Wire<'GapReportSummary'> }) {
  const t = useMessages(messages);
  const f = useFormat();
  const { stats } = report;
  return (
    <Card as="li" className="relative flex items-center gap-4 p-4 hover:border-line-strong sm:px-5">
      {stats ? (
        <ScoreRing score={stats.score} low={stats.low} high={stats.high} size="sm" />
      ) : (
        <span aria-hidden className="grid size-14 shrink-0 place-items-center rounded-full border-4 border-line text-ink-soft">
          –
        </span>
      )}
      <div className="min-w-0 grow">
        <h2 className="font-sans text-base font-semibold tracking-normal wrap-anywhere">
          <Link href={addressOf(report.id)} className="after:absolute after:inset-0 hover:text-primary">
            {report.job_title}
          </Link>
        </h2>
        <p className="text-sm leading-5 text-ink-soft wrap-anywhere">
          {[report.company, report.resume_name, f.ago(report.created_at)].filter(Boolean).join(' · ')}
        </p>
        <div className="mt-1.5 flex flex-wrap gap-1.5 empty:hidden">
          {stats && <Counts counts={stats} />}
          {report.stale && <Badge>{t('staleBadge')}</Badge>}
          {isMade(report) && <Badge tone="note">{t('makingBadge')}</Badge>}
          {report.state === 'failed' && <Badge tone="bad">{t('failedBadge')}</Badge>}
        </div>
      </div>
      {report.previous_score !== null && <Trend id={report.id} />}
    </Card>
  );
}

/// How the score went; nothing where it never moved.
function Trend({ id }: { id: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  const { data } = useQuery(
    get('/api/gap-reports/{gap_report_id}/history', { params: { path: { gap_report_id: id }, query: { limit: 12 } } }),
  );
  const scores = (data?.items ?? []).flatMap(({ stats }) => (stats ? [stats.score] : [])).toReversed();
  const [before, now] = [scores.at(-2), scores.at(-1)];
  const change = before === undefined || now === undefined ? 0 : now - before;
  const moved = Math.max(...scores) - Math.min(...scores) >= least;
  return (
    <div className="flex w-24 flex-col items-end gap-1 max-sm:hidden">
      {moved && <Sparkline values={scores} label={t('trend', { scores: scores.map((s) => f.decimal(s)).join(', ') })} />}
      {Math.abs(change) >= least && (
        <span className={cx('text-xs font-semibold figures', change > 0 ? 'text-good' : 'text-warn')}>{f.signed(change)}</span>
      )}
    </div>
  );
}
