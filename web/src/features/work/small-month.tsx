// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

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

/// A month on a phone: how much there is on each day; a day opens its week.
export function SmallMonth({ mondays, month, tasks, onDay }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const now = today(f.timeZone);
  const days = mondays.flatMap((monday) => Array.from({ length: 7 }, (_, i) => addDays(monday, i)));
  return (
    <ol className="grid grid-cols-7 gap-px p-1">
      {days.map((day) => {
        const ofDay = tasks.filter((task) => task.start_on <= day && task.end_on >= day);
        return (
          <li key={day}>
            <button
              type="button"
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
