// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink, GraduationCap, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { get } from '@/api/client';
import { ApiError, isConflict } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { ConfirmDialog } from '@/ui/confirm';
import { Drawer } from '@/ui/dialog';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { TaskForm } from './task-form';
import { TaskNotes } from './task-notes';
import { type Task, useDeleteTask, useDone, useSaveTask } from './use-tasks';

/// What a learning task is made of, and what doing it brings.
function LearningPart({ id }: { id: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  const item = useQuery(get('/api/learn/{learning_item_id}', { params: { path: { learning_item_id: id } } })).data;
  if (!item) return null;
  return (
    <div className="flex gap-3 rounded-lg bg-primary-soft/60 p-4 text-sm">
      <GraduationCap aria-hidden className="size-5 shrink-0 text-primary" />
      <div className="min-w-0">
        <p>{t('learningText', { skill: item.skill.name, from: f.decimal(item.from_level), to: f.decimal(item.to_level) })}</p>
        {item.source === 'model' && item.url_state !== 'reachable' ? (
          <p className="mt-1 wrap-anywhere">
            {item.publisher} · {t('unverified')}
          </p>
        ) : (
          <a
            href={item.url}
            target="_blank"
            rel="noopener noreferrer"
            className="mt-1 inline-flex items-center gap-1 font-medium text-primary underline decoration-primary/40 underline-offset-3 wrap-anywhere"
          >
            {item.publisher}
            <ExternalLink aria-hidden className="size-3.5" />
            <span className="sr-only">{t('leaves')}</span>
          </a>
        )}
      </div>
    </div>
  );
}

interface Props {
  task: Task | null;
  day: string;
  goal: string;
  onClose: () => void;
  /// It is about to be deleted: it is not to be read again.
  onGone?: () => void;
}

function Content({ task, day, goal, onClose, onGone }: Props) {
  const t = useMessages(messages);
  const form = useId();
  const save = useSaveTask();
  const remove = useDeleteTask();
  const done = useDone();
  const [asks, setAsks] = useState(false);
  const { error } = save;
  const plain = error instanceof ApiError && Object.keys(error.fields).length === 0;
  return (
    <Drawer
      open
      title={t(task ? 'editTitle' : 'new')}
      onClose={onClose}
      footer={
        <>
          {task && (
            <Button look="quiet" className="mr-auto" onClick={() => setAsks(true)}>
              <Trash2 aria-hidden />
              {t('delete')}
            </Button>
          )}
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form} busy={save.isPending}>
            {t(task ? 'save' : 'create')}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-1 gap-5">
        {plain && !isConflict(error) && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {error.message}
          </p>
        )}
        {task && (
          <Checkbox
            checked={task.done}
            onChange={(event) => {
              done(task, event.target.checked);
              onClose();
            }}
          >
            <span className="font-semibold">{t(task.done ? 'isDone' : 'markDone')}</span>
          </Checkbox>
        )}
        {task?.learning_item_id && <LearningPart id={task.learning_item_id} />}
        <TaskForm id={form} newest={task} day={day} goal={goal} save={save} onSaved={onClose} />
        {task && <TaskNotes task={task.id} />}
      </div>
      <ConfirmDialog
        open={asks}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        onConfirm={() => {
          setAsks(false);
          if (!task) return;
          onGone?.();
          remove.mutate(task);
          onClose();
        }}
        onClose={() => setAsks(false)}
      >
        {t('deleteText', { title: task?.title ?? '' })}
      </ConfirmDialog>
    </Drawer>
  );
}

/// A task that is read first: its id came in the address.
export function TaskDrawer({ id, ...rest }: { id: string } & Omit<Props, 'task'>) {
  const t = useMessages(messages);
  const [gone, setGone] = useState(false);
  const query = useQuery({ ...get('/api/tasks/{task_id}', { params: { path: { task_id: id } } }), enabled: !gone });
  if (gone) return null;
  if (query.data) return <Content key={query.data.id} task={query.data} onGone={() => setGone(true)} {...rest} />;
  return (
    <Drawer open title={t('editTitle')} onClose={rest.onClose}>
      {query.isError ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : <Skeleton className="h-96 w-full" />}
    </Drawer>
  );
}

export function NewTaskDrawer(props: Omit<Props, 'task'>) {
  return <Content task={null} {...props} />;
}
