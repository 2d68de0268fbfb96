// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Archive, ArchiveRestore, CalendarClock, CircleCheck, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { IconButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Menu } from '@/ui/menu';
import { Progress } from '@/ui/progress';
import { titled } from '@/ui/titled';
import { messages } from './messages';
import type { Goal } from './use-goals';

interface Props {
  goal: Goal;
  onEdit: () => void;
  onArchive: () => void;
  onDelete: () => void;
}

export function GoalCard({ goal, onEdit, onArchive, onDelete }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const { tasks, done, share } = goal.progress;
  const reached = tasks > 0 && done === tasks;
  const late = goal.due_on !== null && !reached && goal.due_on < today(f.timeZone);
  return (
    <Card as="li" className="flex flex-col gap-4">
      <div className="flex items-start gap-2">
        <h2 className="min-w-0 grow pt-1 font-sans text-lg font-semibold tracking-normal wrap-anywhere">{goal.title}</h2>
        <Menu
          label={t('actions', { title: goal.title })}
          trigger={
            <IconButton label={t('actions', { title: goal.title })} className="-mt-1 -mr-2">
              <Ellipsis aria-hidden />
            </IconButton>
          }
          items={[
            { label: t('edit'), icon: Pencil, onSelect: onEdit },
            goal.archived
              ? { label: t('unarchive'), icon: ArchiveRestore, onSelect: onArchive }
              : { label: t('archive'), icon: Archive, onSelect: onArchive },
            { label: t('delete'), icon: Trash2, onSelect: onDelete, danger: true, apart: true },
          ]}
        />
      </div>
      {goal.description && <p className="-mt-2 line-clamp-3 whitespace-pre-line text-ink-soft">{goal.description}</p>}
      {(goal.due_on || reached) && (
        <div className="flex flex-wrap gap-2">
          {reached && (
            <Badge tone="good">
              <CircleCheck aria-hidden />
              {t('reached')}
            </Badge>
          )}
          {goal.due_on && (
            <Badge tone={late ? 'warn' : 'plain'}>
              <CalendarClock aria-hidden />
              <time dateTime={goal.due_on} {...titled(() => f.day(goal.due_on ?? ''))}>
                {t(late ? 'overdue' : 'due', { when: f.inDays(goal.due_on) })}
              </time>
            </Badge>
          )}
        </div>
      )}
      <div className="mt-auto grid gap-2">
        <div className="flex items-baseline justify-between gap-3 text-sm">
          <span className="text-ink-soft">
            {tasks > 0 ? t('tasksDone', { done, count: tasks }) : t('noTasks')}
          </span>
          <span className="font-semibold figures">{f.percent(share)}</span>
        </div>
        <Progress value={share} label={t('progress', { title: goal.title })} />
      </div>
    </Card>
  );
}
