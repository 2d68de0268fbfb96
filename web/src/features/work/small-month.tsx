// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type KeyboardEvent, useState } from 'react';
import { addDays } from '@/i18n/days';
import { parseDay, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import type { Occurrence } from './use-tasks';

interface Props {
  mondays: readonly string[];
  month: string;
  tasks: readonly Occurrence[];
  onDay: (day: string) => void;
}

const steps: Readonly<Partial<Record<string, number>>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/// A month on a phone: how much there is on each day; a day opens its week. Tab stops once: at the day where one was, else
/// today, else at the first; arrows go from day to day, Home and End to the ends of the week.
export function SmallMonth({ mondays, month, tasks, onDay }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const now = today(f.timeZone);
  const days = mondays.flatMap((monday) => Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  const [chosen, setChosen] = useState('');
  const stop = [chosen, now].find((day) => days.includes(day)) ?? `${month}-01`;
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = days.indexOf(stop);
    const by = { Home: -(at % 7), End: 6 - (at % 7), ...steps }[event.key];
    const next = by === undefined ? undefined : days[at + by];
    if (next === undefined) return;
    event.preventDefault();
    event.currentTarget.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    // The keys reach every day from the one that Tab stops at.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol onKeyDown={onKeyDown} className="grid grid-cols-7 gap-px p-1">
      {days.map((day) => {
        const ofDay = tasks.filter((task) => task.start_on <= day && task.end_on >= day);
        return (
          <li key={day}>
            <button
              type="button"
              data-day={day}
              tabIndex={day === stop ? 0 : -1}
              onFocus={() => setChosen(day)}
              aria-label={t('dayTasks', { day: f.day(day), count: ofDay.length })}
              aria-current={day === now ? 'date' : undefined}
              onClick={() => onDay(day)}
              className={cx(
                'grid h-14 w-full content-start justify-items-center gap-1.5 rounded-md pt-2 text-sm font-semibold figures hover:bg-well',
                day === now ? 'bg-primary-soft text-primary' : day.startsWith(month) ? 'text-ink' : 'text-ink-faint',
              )}
            >
              {parseDay(day).getUTCDate()}
              <span aria-hidden className="flex gap-0.5">
                {ofDay.slice(0, 4).map((task) => (
                  <i
                    key={`${task.task_id} ${task.start_on}`}
                    className={cx('size-1.5 rounded-full', task.done ? 'bg-line-strong' : task.priority === 'high' ? 'bg-bad' : 'bg-primary')}
                  />
                ))}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
