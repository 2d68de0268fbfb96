// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ArrowDown, TrendingUp } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';
import type { Plan } from './use-plan';

/// Where the plan comes after all there is to choose from: what the choice brings stays in sight, and leads there.
export function PlanJump({ plan, to }: { plan: Plan; to: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <a
      href={`#${to}`}
      className="sticky bottom-[calc(4.75rem+env(safe-area-inset-bottom))] z-10 flex items-center gap-2.5 rounded-full border border-primary/40 bg-raised px-5 py-2.5 shadow-float focus-visible:rounded-full md:bottom-4 lg:hidden print:hidden"
    >
      <span className="font-semibold text-ink-soft figures">{f.decimal(plan.score_before)}</span>
      <TrendingUp aria-hidden className="size-4 text-primary" />
      <span className="sr-only">{t('scoreTo')}</span>
      <span className="font-display text-xl font-semibold text-primary figures">{f.decimal(plan.score_after)}</span>
      <span className="text-sm text-ink-soft figures">{t('hours', { hours: f.decimal(plan.hours) })}</span>
      <span className="ml-auto flex items-center gap-1.5 text-sm font-semibold">
        {t('seePlan')}
        <ArrowDown aria-hidden className="size-4" />
      </span>
    </a>
  );
}
