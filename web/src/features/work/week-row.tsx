// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Plus } from 'lucide-react';
import { type DragEvent, type RefObject, useState } from 'react';
import { addDays } from '@/i18n/days';
import { daysBetween, parseDay, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { TaskChip } from './chip';
import { goByKey } from './day-keys';
import { layOut } from './lanes';
import { messages } from './messages';
import type { Occurrence } from './use-tasks';

export interface Dragged {
  task: Occurrence;
  /// The day under the pointer when it was taken.
  grabbed: string;
}

interface Props {
  monday: string;
  tasks: readonly Occurrence[];
  /// The month that is shown; days of others are paler. Absent in a week.
  month?: string;
  dragged: RefObject<Dragged | null>;
  onOpen: (id: string) => void;
  onMove: (task: Occurrence, days: number) => void;
  onDay: (day: string) => void;
  onNew: (day: string) => void;
}

const linesOfMonth = 3;

/// Seven days beside each other with the tasks of that week on lines across them.
export function WeekRow({ monday, tasks, month, dragged, onOpen, onMove, onDay, onNew }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const [over, setOver] = useState<number | null>(null);
  const now = today(f.timeZone);
  const tall = month === undefined;
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
  const pieces = layOut(monday, tasks);
  const shown = tall ? pieces : pieces.filter(({ lane }) => lane < linesOfMonth);
  const hidden = days.map((_, i) => pieces.filter((p) => p.column <= i && i < p.column + p.days).length - shown.filter((p) => p.column <= i && i < p.column + p.days).length);
  const columnAt = (event: DragEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.max(0, Math.min(6, Math.floor(((event.clientX - left) / width) * 7)));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(null);
    const what = dragged.current;
    const day = days[columnAt(event)];
    if (!what || !day) return;
    const by = daysBetween(what.grabbed, day);
    if (by !== 0) onMove(what.task, by);
  };

  return (
    // Dragging is one of two ways; the keyboard's is on each task.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      data-week={monday}
      onDragOver={(event) => {
        if (!dragged.current) return;
        event.preventDefault();
        setOver(columnAt(event));
      }}
      onDragLeave={() => setOver(null)}
      onDrop={drop}
      className={cx('relative grid auto-rows-min grid-cols-7 border-b border-line last:border-0', tall ? 'min-h-96' : 'min-h-30 content-start')}
    >
      {/* The keys reach every day from the one that Tab stops at. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ol aria-label={t('daysOf', { day: f.day(monday) })} onKeyDown={goByKey} className="absolute inset-0 grid grid-cols-7">
        {days.map((day, i) => (
          <li
            key={day}
            data-day={day}
            className={cx(
              'group relative flex items-start justify-between border-r border-line p-1 last:border-0',
              over === i && 'bg-primary-soft',
              over !== i && month !== undefined && !day.startsWith(month) && 'bg-well/50',
            )}
          >
            <button
              type="button"
              tabIndex={day === (days.includes(now) ? now : monday) ? 0 : -1}
              aria-label={t('openDay', { day: f.day(day) })}
              aria-current={day === now ? 'date' : undefined}
              onClick={() => onDay(day)}
              className={cx(
                'grid size-7 place-items-center rounded-full text-sm font-semibold figures hover:bg-well focus-visible:rounded-full',
                day === now ? 'bg-primary text-on-primary hover:bg-primary-strong' : month !== undefined && !day.startsWith(month) ? 'text-ink-faint' : 'text-ink-soft',
              )}
            >
              {parseDay(day).getUTCDate()}
            </button>
            <button
              type="button"
              tabIndex={-1}
              aria-label={t('newOn', { day: f.day(day) })}
              onClick={() => onNew(day)}
              className="grid size-7 place-items-center rounded-full text-ink-soft opacity-0 group-hover:opacity-100 hover:bg-well focus-visible:rounded-full focus-visible:opacity-100"
            >
              <Plus aria-hidden className="size-4" />
            </button>
          </li>
        ))}
      </ol>
      <ul aria-label={t('tasksOf', { day: f.day(monday) })} className="pointer-events-none relative col-span-7 mt-9 grid auto-rows-min grid-cols-7 gap-y-1 pb-2">
        {shown.map(({ of: task, column, days: length, lane, before, after }) => (
          <li
            key={`${task.task_id} ${task.start_on}`}
            style={{ gridColumn: `${column + 1} / span ${length}`, gridRow: lane + 1 }}
            className={cx('pointer-events-auto min-w-0', !before && 'pl-1', !after && 'pr-1')}
          >
            <TaskChip
              task={task}
              before={before}
              after={after}
              tall={tall}
              onOpen={() => onOpen(task.task_id)}
              {...(!task.projected && {
                onMove: (by: number) => onMove(task, by),
                onDragStart: (event: DragEvent) => {
                  event.dataTransfer.effectAllowed = 'move';
                  event.dataTransfer.setData('text/plain', task.title);
                  const { left, width } = event.currentTarget.getBoundingClientRect();
                  const at = Math.floor(((event.clientX - left) / Math.max(1, width)) * length);
                  dragged.current = { task, grabbed: addDays(monday, column + Math.max(0, Math.min(length - 1, at))) };
                },
                onDragEnd: () => {
                  dragged.current = null;
                },
              })}
            />
          </li>
        ))}
        {hidden.map((count, i) =>
          count > 0 ? (
            <li key={days[i]} style={{ gridColumn: i + 1, gridRow: linesOfMonth + 1 }} className="pointer-events-auto min-w-0 px-1">
              <button
                type="button"
                onClick={() => onDay(days[i] ?? monday)}
                className="h-6 w-full truncate rounded-sm px-1 text-left text-xs font-semibold text-ink-soft hover:bg-well hover:text-ink"
              >
                {t('moreTasks', { count })}
              </button>
            </li>
          ) : null,
        )}
      </ul>
    </div>
  );
}
