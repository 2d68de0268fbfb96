// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ListTodo, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { useDebounced } from '@/ui/use-debounced';
import { ListFilters } from './list-filters';
import { messages } from './messages';
import { MoveDialog } from './move-dialog';
import { TaskRow } from './task-row';
import { type Filters, type Task, useDone, useGoals, useTasks } from './use-tasks';

export const noFilters = { q: '', priority: '', which: 'open', from: '', to: '' } as const;

export function TaskList({ goal, onGoal, onOpen }: { goal: string; onGoal: (goal: string) => void; onOpen: (id: string) => void }) {
  const t = useMessages(messages);
  const [filters, setFilters] = useState<Omit<Filters, 'goal'>>(noFilters);
  const [moving, setMoving] = useState<Task | null>(null);
  const q = useDebounced(filters.q.trim());
  const tasks = useTasks({ ...filters, q, goal });
  const goals = useGoals().data?.items ?? [];
  const names = new Map(goals.map((one) => [one.id, one.title]));
  const done = useDone();
  const shown = tasks.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = goal !== '' || JSON.stringify(filters) !== JSON.stringify(noFilters);
  const reset = () => {
    setFilters(noFilters);
    onGoal('');
  };
  return (
    <>
      <ListFilters filters={filters} onChange={(part) => setFilters((was) => ({ ...was, ...part }))} goal={goal} goals={goals} onGoal={onGoal} />
      {tasks.isPending && <SkeletonList label={t('loading')} rows={5} row="h-16" />}
      {tasks.isError && <ErrorState error={tasks.error} onRetry={() => void tasks.refetch()} />}
      {tasks.isSuccess && shown.length === 0 && (
        <EmptyState
          icon={filtered ? SearchX : ListTodo}
          title={t(filtered ? 'noneFoundTitle' : 'emptyTitle')}
          action={
            filtered && (
              <Button look="secondary" onClick={reset}>
                {t('resetFilters')}
              </Button>
            )
          }
        >
          {t(filtered ? 'noneFoundText' : 'emptyText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <Card flush>
          <ul aria-label={t('tasks')}>
            {shown.map((task) => (
              <TaskRow
                key={task.id}
                task={task}
                goal={task.goal_id ? names.get(task.goal_id) : undefined}
                onOpen={() => onOpen(task.id)}
                onMove={() => setMoving(task)}
                onDone={(yes) => done(task, yes)}
              />
            ))}
          </ul>
        </Card>
      )}
      {tasks.hasNextPage && (
        <div className="mt-6 flex justify-center">
          <Button look="secondary" busy={tasks.isFetchingNextPage} onClick={() => void tasks.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
      {moving && <MoveDialog task={moving} onClose={() => setMoving(null)} />}
    </>
  );
}
