// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CircleCheck, CircleDashed, CircleDot, Flame, TrendingUp, UserRoundPen } from 'lucide-react';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { Badge, type Tone } from '@/ui/badge';
import { messages } from './messages';
import type { Requirement, Status } from './score-math';

const icons = { matched: CircleCheck, weak: CircleDot, missing: CircleDashed } as const;
const tones: Record<Status, Tone> = { matched: 'good', weak: 'warn', missing: 'bad' };
const colours = { matched: 'text-good', weak: 'text-warn', missing: 'text-bad' } as const;

export function StatusBadge({ status }: { status: Status }) {
  const t = useMessages(messages);
  const Icon = icons[status];
  return (
    <Badge tone={tones[status]}>
      <Icon aria-hidden />
      {t(`status.${status}`)}
    </Badge>
  );
}

export function StatusIcon({ status }: { status: Status }) {
  const t = useMessages(messages);
  const Icon = icons[status];
  return <Icon role="img" aria-label={t(`status.${status}`)} className={`size-4 shrink-0 ${colours[status]}`} />;
}

/// The correction of the person that a requirement rests on, if there is one.
export function correctionOf(requirement: Requirement, corrections: readonly Wire<'Correction'>[]): Wire<'Correction'> | undefined {
  const ids = new Set([requirement.id, ...requirement.same_as, ...requirement.any_of.map(({ id }) => id)]);
  return corrections.findLast(({ skill }) => ids.has(skill.id) || skill.same_as.some((id) => ids.has(id)));
}

/// What is worth knowing of a requirement beside its levels.
export function RequirementMarks({ requirement: r, correction }: { requirement: Requirement; correction: Wire<'Correction'> | undefined }) {
  const t = useMessages(messages);
  return (
    <>
      {r.need === 'nice' && <Badge>{t('nice')}</Badge>}
      {r.in_demand ? (
        <Badge tone="note">
          <TrendingUp aria-hidden />
          {t('inDemand')}
        </Badge>
      ) : (
        r.hot && (
          <Badge tone="note">
            <Flame aria-hidden />
            {t('hot')}
          </Badge>
        )
      )}
      {correction && (
        <Badge tone="good">
          <UserRoundPen aria-hidden />
          {correction.task_id ? t('fromTask') : t('yours')}
        </Badge>
      )}
    </>
  );
}
