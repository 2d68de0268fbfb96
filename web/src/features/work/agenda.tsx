// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Plus } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { addDays } from '@/i18n/days';
import { parseDay, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { cx } from '@/ui/cx';
import { TaskChip } from './chip';
import { messages } from './messages';
import type { Occurrence } from './use-tasks';

interface Props {
  monday: string;
  tasks: readonly Occurrence[];
  /// The day by which one came here from the month: it takes the focus, once.
  openedRef: RefObject<string | null>;
  onOpen: (id: string) => void;
  onNew: (day: string) => void;
}

/// A week on a phone: its days below each other.
export function Agenda({ monday, tasks, openedRef, onOpen, onNew }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const now = today(f.timeZone);
  const name = new Intl.DateTimeFormat(f.language, { weekday: 'long', day: 'numeric', month: 'short', timeZone: 'UTC' });
  useEffect(() => {
    if (openedRef.current) document.querySelector<HTMLElement>(`[data-heads="${openedRef.current}"]`)?.focus();
    openedRef.current = null;
  }, [openedRef]);
  return (
    <ol className="grid grid-cols-1 divide-y divide-line">
      {Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((day) => {
        const ofDay = tasks.filter((task) => task.start_on <= day && task.end_on >= day);
        return (
          <li key={day} className="grid grid-cols-1 gap-1.5 px-3 py-2">
            <div className="flex items-center justify-between gap-2">
              <h3
                data-heads={day}
                tabIndex={-1}
                aria-current={day === now ? 'date' : undefined}
                className={cx('text-sm', day === now ? 'font-bold text-primary' : ofDay.length > 0 ? 'text-ink' : 'text-ink-soft')}
              >
                {name.format(parseDay(day))}
              </h3>
              <IconButton size="sm" label={t('newOn', { day: f.day(day) })} onClick={() => onNew(day)}>
                <Plus aria-hidden />
              </IconButton>
            </div>
            {ofDay.map((task) => (
              <TaskChip key={`${task.task_id} ${task.start_on}`} task={task} tall onOpen={() => onOpen(task.task_id)} />
            ))}
          </li>
        );
      })}
    </ol>
  );
}
