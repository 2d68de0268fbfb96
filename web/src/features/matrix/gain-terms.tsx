// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Summary } from '@/ui/summary';
import { messages } from './messages';
import type { Matrix } from './use-matrix';

/// What a skill adds to each job, and that this makes the sum.
export function GainTerms({ skill }: { skill: Matrix['next_skills'][number] }) {
  const t = useMessages(messages);
  const f = useFormat();
  const others = skill.jobs - skill.per_job.length;
  const theirs = skill.per_job.reduce((rest, { gain }) => rest - gain, skill.gain);
  return (
    <details className="group mt-3 text-sm">
      <Summary className="text-primary">{t('terms')}</Summary>
      <dl className="mt-2 grid max-h-60 grid-cols-[minmax(0,1fr)_auto] gap-x-6 gap-y-1 overflow-y-auto pr-2">
        {skill.per_job.map(({ job_id, title, company, gain }) => (
          <div key={job_id} className="contents">
            <dt className="wrap-anywhere">{[title, company].filter(Boolean).join(' · ')}</dt>
            <dd className="text-right figures">{f.points(gain)}</dd>
          </div>
        ))}
        {others > 0 && (
          <div className="contents">
            <dt>{t('otherJobs', { count: others })}</dt>
            <dd className="text-right figures">{f.points(theirs)}</dd>
          </div>
        )}
        <div className="contents font-semibold">
          <dt className="border-t border-line pt-1">{t('total')}</dt>
          <dd className="border-t border-line pt-1 text-right figures">{f.points(skill.gain)}</dd>
        </div>
      </dl>
    </details>
  );
}
