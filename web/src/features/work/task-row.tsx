// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CalendarClock, CalendarDays, Ellipsis, Flag, GraduationCap, Pencil, Repeat } from 'lucide-react';
import { daysBetween, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge, type Tone } from '@/ui/badge';
import { IconButton } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { cx } from '@/ui/cx';
import { Menu } from '@/ui/menu';
import { messages } from './messages';
import { inWords, readRule } from './recurrence';
import type { Priority, Task } from './use-tasks';

export const priorityTones: Readonly<Record<Priority, Tone>> = { high: 'bad', medium: 'plain', low: 'note', optional: 'plain' };

interface Props {
  task: Task;
  goal: string | undefined;
  onOpen: () => void;
  onMove: () => void;
  onDone: (done: boolean) => void;
}

export function TaskRow({ task, goal, onOpen, onMove, onDone }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const late = !task.done && task.end_on !== null && task.end_on < today(f.timeZone);
  const long = task.start_on !== null && task.end_on !== null && daysBetween(task.start_on, task.end_on) > 0;
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 last:border-0 hover:bg-well/40 sm:px-5">
      <Checkbox bare checked={task.done} onChange={(event) => onDone(event.target.checked)} className="pt-0.5">
        {t('doIt', { title: task.title })}
      </Checkbox>
      <div className="grid min-w-0 grow grid-cols-1 gap-1.5">
        <button
          type="button"
          onClick={onOpen}
          className={cx(
            'justify-self-start text-left font-medium wrap-anywhere hover:text-primary hover:underline hover:underline-offset-3',
            task.done && 'text-ink-soft line-through',
          )}
        >
          {task.title}
        </button>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm text-ink-soft [&_svg]:size-3.5">
          {task.start_on && task.end_on && (
            <span className={cx('inline-flex items-center gap-1.5', late && 'font-semibold text-warn')}>
              <CalendarClock aria-hidden />
              <time dateTime={task.start_on} title={f.inDays(task.start_on)}>
                {long ? t('fromTo', { from: f.day(task.start_on), to: f.day(task.end_on) }) : f.day(task.start_on)}
              </time>
            </span>
          )}
          {task.priority !== 'medium' && (
            <Badge tone={priorityTones[task.priority]}>
              <Flag aria-hidden />
              {t(`priority.${task.priority}`)}
            </Badge>
          )}
          {task.learning_item_id && (
            <Badge tone="good">
              <GraduationCap aria-hidden />
              {t('learning')}
            </Badge>
          )}
          {task.recurrence && (
            <span className="inline-flex items-center gap-1.5">
              <Repeat aria-hidden />
              {inWords(readRule(task.recurrence), t, f)}
            </span>
          )}
          {task.minutes !== null && task.minutes > 0 && <span className="figures">{t('hours', { hours: f.decimal(task.minutes / 60) })}</span>}
          {goal && <span className="max-w-full truncate" title={goal}>{goal}</span>}
        </div>
      </div>
      <Menu
        label={t('actions', { title: task.title })}
        trigger={
          <IconButton size="sm" label={t('actions', { title: task.title })}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={[
          { label: t('edit'), icon: Pencil, onSelect: onOpen },
          { label: t('moveMenu'), icon: CalendarDays, onSelect: onMove },
        ]}
      />
    </li>
  );
}
