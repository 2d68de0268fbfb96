// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button, ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { ScoreRing } from '@/ui/score';
import { messages } from './messages';
import { RequirementRow } from './requirement-row';
import type { Trial } from './use-trial';

const first = 6;

export function TryReport({ trial: { job, report } }: { trial: Trial }) {
  const t = useMessages(messages);
  const f = useFormat();
  const [all, setAll] = useState(false);
  const count = (status: 'matched' | 'weak' | 'missing') => report.requirements.filter((r) => r.status === status).length;
  const shown = all ? report.requirements : report.requirements.slice(0, first);
  const more = report.requirements.length - shown.length;
  return (
    <Card as="article" flush className="animate-rise">
      <header className="flex flex-wrap items-center gap-5 border-b border-line p-5 sm:p-7">
        <ScoreRing score={report.score} low={report.interval.low} high={report.interval.high} />
        <div className="min-w-0 flex-1 basis-64">
          <h3 className="font-display text-xl">{t('resultFor', { job: job.title })}</h3>
          <p className="mt-1 text-ink-soft">
            {t('scoreText', {
              score: f.number(report.score),
              low: f.number(report.interval.low),
              high: f.number(report.interval.high),
            })}
          </p>
          <div className="mt-3 flex flex-wrap gap-2">
            <Badge tone="good">{t('matched', { count: count('matched') })}</Badge>
            <Badge tone="warn">{t('weak', { count: count('weak') })}</Badge>
            <Badge tone="bad">{t('missing', { count: count('missing') })}</Badge>
          </div>
        </div>
      </header>
      <ul aria-label={t('requirements')}>
        {shown.map((requirement) => (
          <RequirementRow key={requirement.id} requirement={requirement} />
        ))}
      </ul>
      {more > 0 && (
        <div className="border-t border-line p-3 text-center">
          <Button look="quiet" onClick={() => setAll(true)}>
            {t('showAll', { count: more })}
          </Button>
        </div>
      )}
      <footer className="flex flex-wrap items-center justify-between gap-4 border-t border-line bg-primary-soft/60 p-5 sm:px-7">
        <p className="font-medium">{t('keep')}</p>
        <ButtonLink href="/register">{t('start')}</ButtonLink>
      </footer>
    </Card>
  );
}
