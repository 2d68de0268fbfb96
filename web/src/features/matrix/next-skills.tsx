// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Sparkles } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Card } from '@/ui/card';
import { GainTerms } from './gain-terms';
import { messages } from './messages';
import type { Matrix } from './use-matrix';

/// The skill that adds the most points over all saved jobs, and those after it.
export function NextSkills({ skills }: { skills: Matrix['next_skills'] }) {
  const t = useMessages(messages);
  const f = useFormat();
  const [first, ...rest] = skills;
  if (!first) return null;
  const most = Math.max(...rest.map(({ gain }) => gain));
  return (
    <Card className="grid gap-6 lg:grid-cols-2">
      <div>
        <h2 className="flex items-center gap-2 font-sans text-base font-semibold tracking-normal">
          <Sparkles aria-hidden className="size-5 text-primary" />
          {t('nextTitle')}
        </h2>
        <p lang="en" className="mt-3 font-display text-2xl font-semibold wrap-anywhere">{first.skill.name}</p>
        <p className="mt-1 figures">
          {t('sum', { count: first.jobs, each: f.decimal(first.gain / first.jobs), points: f.signed(first.gain) })}
        </p>
        <p className="mt-1 text-sm text-ink-soft figures">
          {t('nextText')} {first.hours !== null && t('hours', { hours: f.decimal(first.hours) })}
        </p>
        {first.jobs > 1 && <GainTerms skill={first} />}
      </div>
      {rest.length > 0 && (
        <div>
          <h3 className="text-sm text-ink-soft">{t('alsoNext')}</h3>
          <ul className="mt-2 grid gap-2">
            {rest.slice(0, 5).map(({ skill, jobs: count, gain }) => (
              <li key={skill.id} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 text-sm">
                <span lang="en" className="font-medium wrap-anywhere">{skill.name}</span>
                <span className="text-right text-ink-soft figures">
                  {t('lifts', { count })} · {f.signed(gain)}
                </span>
                <span aria-hidden className="col-span-2 mt-1 h-1 overflow-hidden rounded-full bg-well">
                  <span className="block h-full rounded-full bg-held" style={{ width: `${(gain / most) * 100}%` }} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Card>
  );
}
