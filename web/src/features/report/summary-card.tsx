// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { ScoreRing } from '@/ui/score';
import { Counts } from './counts';
import { messages } from './messages';
import { Occupation } from './occupation';
import { countByStatus } from './score-math';
import type { Content, Report } from './use-report';

/// The result in one look: score, how sure it is, what it is made of, and as which occupation the job was read.
export function SummaryCard({ report, content }: { report: Report; content: Content }) {
  const t = useMessages(messages);
  const f = useFormat();
  const { score, interval } = content;
  const change = report.previous_score === null ? null : score - report.previous_score;
  const gained = content.requirements.slice(0, 3).filter((r) => r.gain >= 0.5);
  return (
    <Card flush className="grid lg:grid-cols-[minmax(0,1fr)_20rem]">
      {/* On a phone the ring stands beside the sentence, and what explains it goes from edge to edge below both. */}
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-4 p-5 sm:gap-x-7 sm:p-7">
        <ScoreRing score={score} low={interval.low} high={interval.high} size="lg" />
        <div className="min-w-0 max-sm:contents">
          <h2 className="text-lg leading-6 sm:text-xl sm:leading-7">{t('summary', { score: f.number(score) })}</h2>
          <p className="col-span-2 mt-4 max-w-prose text-ink-soft sm:mt-1">
            {t('interval', { low: f.number(interval.low), high: f.number(interval.high), confidence: f.percent(interval.confidence) })}
          </p>
          <div className="col-span-2 mt-3 flex flex-wrap gap-2">
            <Counts counts={countByStatus(content.requirements)} />
            {change !== null && Math.abs(change) >= 0.05 && (
              <Badge tone={change > 0 ? 'good' : 'warn'}>{t('sinceLast', { change: f.signed(change) })}</Badge>
            )}
          </div>
          {gained.length > 0 && (
            <p className="col-span-2 mt-3 text-sm">
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
