// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import { useGoals } from './use-tasks';

/// Goals with their progress; one that is chosen is what the page shows the tasks of.
export function GoalsStrip({ goal, onGoal }: { goal: string; onGoal: (goal: string) => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const goals = useGoals().data?.items ?? [];
  if (goals.length === 0) return null;
  return (
    <section aria-label={t('goals')} className="mb-5">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 className="font-sans text-sm font-semibold tracking-normal text-ink-soft">{t('goals')}</h2>
        <Link href="/goals" className="text-sm font-medium text-primary underline decoration-primary/40 underline-offset-3">
          {t('allGoals')}
        </Link>
      </div>
      <ul className="-mx-4 flex gap-2 overflow-x-auto px-4 py-1 sm:mx-0 sm:grid sm:grid-cols-2 sm:overflow-visible sm:px-0 lg:grid-cols-4">
        {goals.slice(0, 4).map((one) => (
          <li key={one.id} className="min-w-0 max-sm:w-64 max-sm:max-w-[80%] max-sm:shrink-0 max-sm:last:grow">
            <button
              type="button"
              aria-pressed={one.id === goal}
              onClick={() => onGoal(one.id === goal ? '' : one.id)}
              className={cx(
                'grid w-full grid-cols-1 gap-2 rounded-lg border px-3.5 py-2.5 text-left transition-colors focus-visible:rounded-lg',
                one.id === goal ? 'border-primary bg-primary-soft' : 'border-line bg-card hover:border-line-strong',
              )}
            >
              <span className="flex items-baseline justify-between gap-2 text-sm">
                <span className="truncate font-semibold" title={one.title}>{one.title}</span>
                <span className="shrink-0 text-ink-soft figures">{f.percent(one.progress.share)}</span>
              </span>
              <Progress value={one.progress.share} label={t('progress', { title: one.title })} className="h-1.5" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
