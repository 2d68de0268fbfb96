// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { today, useFormat } from '@/i18n/format';
import { addDays } from '@/i18n/days';
import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { messages } from './messages';

export interface Wishes {
  hours: string;
  deadline: string;
  /// '' none, 'new', or the id of one; undefined until one is chosen.
  goal: string | undefined;
}

/// What is wrong with the wishes, by field.
export function wrongWishes(wishes: Wishes, day: string): Partial<Record<'hours' | 'deadline', 'hoursWrong' | 'deadlineWrong'>> {
  const hours = Number(wishes.hours);
  return {
    ...(!(Number.isInteger(hours) && hours >= 1 && hours <= 80) && { hours: 'hoursWrong' as const }),
    ...(wishes.deadline !== '' && wishes.deadline < day && { deadline: 'deadlineWrong' as const }),
  };
}

interface Props {
  wishes: Wishes;
  onChange: (part: Partial<Wishes>) => void;
  goal: string;
  goals: readonly { id: string; title: string }[];
  newGoal: string;
}

export function PlanForm({ wishes, onChange, goal, goals, newGoal }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const now = today(f.timeZone);
  const wrong = wrongWishes(wishes, now);
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-3">
        <Field label={t('weeklyHours')} error={wrong.hours && t(wrong.hours)}>
          <Input
            type="number"
            inputMode="numeric"
            min={1}
            max={80}
            value={wishes.hours}
            onChange={(event) => onChange({ hours: event.target.value })}
          />
        </Field>
        <Field label={t('deadline')} optional error={wrong.deadline && t(wrong.deadline)}>
          <Input
            type="date"
            min={addDays(now, 1)}
            value={wishes.deadline}
            onChange={(event) => onChange({ deadline: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t('goal')} hint={t('goalHint')}>
        <Select value={goal} onChange={(event) => onChange({ goal: event.target.value })}>
          <option value="new">{t('newGoal', { title: newGoal })}</option>
          {goals.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
          <option value="">{t('noGoal')}</option>
        </Select>
      </Field>
    </div>
  );
}
