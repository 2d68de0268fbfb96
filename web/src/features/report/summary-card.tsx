// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { ScoreRing } from '@/ui/score';
import { messages } from './messages';
import { Occupation } from './occupation';
import { countByStatus } from './score-math';
import type { Content, Report } from './use-report';

/// The result in one look: score, how sure it is, what it is made of, and as which occupation the job was read.
export function SummaryCard({ report, content }: { report: Report; content: Content }) {
  const t = useMessages(messages);
  const f = useFormat();
  const { score, interval } = content;
  const counts = countByStatus(content.requirements);
  const change = report.previous_score === null ? null : score - report.previous_score;
  const gained = content.requirements.slice(0, 3).filter((r) => r.gain >= 0.5);
  return (
    <Card flush className="grid lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex items-center gap-x-7 gap-y-4 p-5 max-sm:flex-col max-sm:items-start sm:p-7">
        <ScoreRing score={score} low={interval.low} high={interval.high} size="lg" />
        <div className="min-w-0">
          <h2 className="text-xl">{t('summary', { score: f.number(score) })}</h2>
          <p className="mt-1 max-w-prose text-ink-soft">
            {t('interval', { low: f.number(interval.low), high: f.number(interval.high), confidence: f.percent(interval.confidence) })}
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Badge tone="good">{t('countMatched', { count: counts.matched })}</Badge>
            <Badge tone="warn">{t('countWeak', { count: counts.weak })}</Badge>
            <Badge tone="bad">{t('countMissing', { count: counts.missing })}</Badge>
            {change !== null && Math.abs(change) >= 0.05 && (
              <Badge tone={change > 0 ? 'good' : 'warn'}>{t('sinceLast', { change: f.signed(change) })}</Badge>
            )}
          </div>
          {gained.length > 0 && (
            <p className="mt-3 text-sm">
              <span className="text-ink-soft">{t('mostGain')}</span>{' '}
              {gained.map((r, i) => (
                <span key={r.id}>
                  {i > 0 && ', '}
                  <span lang="en" className="font-medium">{r.name}</span>{' '}
                  <span className="whitespace-nowrap text-ink-soft figures">({f.signed(r.gain)})</span>
                </span>
              ))}
            </p>
          )}
        </div>
      </div>
      <Occupation report={report} content={content} />
    </Card>
  );
}
