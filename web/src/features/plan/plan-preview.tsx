// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { TrendingUp, TriangleAlert } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import { Timeline } from './timeline';
import type { Item, Plan } from './use-plan';

interface Props {
  plan: Plan;
  items: readonly Item[];
  weeklyHours: number;
  deadline: string | null;
  /// What is shown is of the wishes before.
  waiting: boolean;
}

/// What the chosen items bring, and how they lie in time.
export function PlanPreview({ plan, items, weeklyHours, deadline, waiting }: Props) {
  const t = useMessages(messages);
  const said = useSaid();
  const f = useFormat();
  const titles = new Map(items.map((item) => [item.id, item.title]));
  return (
    <div aria-busy={waiting} className={cx('grid grid-cols-1 gap-5 transition-opacity', waiting && 'opacity-60')}>
      <div className="rounded-lg bg-primary-soft/60 p-4">
        <p className="flex items-baseline gap-2.5 font-display text-3xl leading-none font-semibold figures">
          <span className="text-xl text-ink-soft">{f.decimal(plan.score_before)}</span>
          <TrendingUp aria-hidden className="size-5 self-center text-primary" />
          <span className="sr-only">{t('scoreTo')}</span>
          <span className="text-primary">{f.decimal(plan.score_after)}</span>
        </p>
        <p className="mt-2 text-sm text-ink-soft">
          {plan.ends_on
            ? t('planSum', { hours: f.decimal(plan.hours), day: f.day(plan.ends_on) })
            : t('planEmpty')}
        </p>
      </div>
      {plan.tasks.length > 0 && <Timeline plan={plan} weeklyHours={weeklyHours} deadline={deadline} />}
      {plan.left_out.length > 0 && (
        <div className="rounded-lg bg-warn-soft p-4 text-sm">
          <h3 className="flex items-center gap-2 font-semibold text-warn">
            <TriangleAlert aria-hidden className="size-4" />
            {t('leftOut', { count: plan.left_out.length })}
          </h3>
          <ul className="mt-2 grid gap-2">
            {plan.left_out.map((left) => (
              <li key={left.learning_item_id}>
                <span className="font-medium">{titles.get(left.learning_item_id)}</span>
                <span className="block text-ink-soft" {...said(left.reason)} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
