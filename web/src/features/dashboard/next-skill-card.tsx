// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Sparkles } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { messages } from './messages';
import { useNextSkill } from './use-dashboard';

/// The skill that adds the most points over all saved jobs, and how that comes about; nothing where there is none.
export function NextSkillCard() {
  const t = useMessages(messages);
  const f = useFormat();
  const next = useNextSkill();
  if (!next) return null;
  return (
    <Card className="border-primary/40 bg-primary-soft/50">
      <h2 className="flex items-center gap-2 font-sans text-sm font-semibold tracking-normal text-ink-soft">
        <Sparkles aria-hidden className="size-4 text-primary" />
        {t('next')}
      </h2>
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
        <p aria-hidden className="font-display text-3xl leading-none font-semibold text-primary figures">{f.signed(next.gain)}</p>
        <div className="min-w-48 flex-1">
          <p lang="en" className="font-display text-xl font-semibold wrap-anywhere">{next.skill.name}</p>
          <p className="mt-0.5 text-sm figures">
            {t('sum', { count: next.jobs, each: f.decimal(next.gain / next.jobs), points: f.signed(next.gain) })}
          </p>
          {next.hours !== null && <p className="text-sm text-ink-soft figures">{t('hours', { hours: f.decimal(next.hours) })}</p>}
        </div>
        <ButtonLink look="secondary" size="sm" href="/matrix">
          {t('toMatrix')}
        </ButtonLink>
      </div>
    </Card>
  );
}
