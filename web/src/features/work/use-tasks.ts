// SPDX-License-Identifier: GPL-3.0-or-later
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useOptimisticMutation } from '@/api/optimistic';
import { everyPage } from '@/api/pages';
import { ifMatchNewest } from '@/api/versions';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';

export type Task = Wire<'Task'>;
export type Occurrence = Wire<'TaskOccurrence'>;
export type Goal = Wire<'Goal'>;
export type Priority = Wire<'Priority'>;
export const priorities: readonly Priority[] = ['high', 'medium', 'low', 'optional'];

const tasks = '/api/tasks';
const occurrences = '/api/task-occurrences';
const after = [occurrences, tasks, '/api/goals'];
/// What follows when a learning task is done: levels, reports, what is left to learn.
const afterDone = [...after, '/api/gap', '/api/gap-reports', '/api/learning-items', '/api/jobs', '/api/matrix'];

export function useOccurrences(from: string, to: string, goal: string) {
  const query = { from, to, ...(goal && { goal_id: goal }) };
  return useQuery({
    queryKey: [occurrences, query] as const,
    queryFn: ({ signal }) =>
      everyPage((cursor) =>
        ok(api.GET(occurrences, { params: { query: { ...query, ...(cursor && { cursor }) } }, signal })),
      ),
    placeholderData: (before) => before,
  });
}

export interface Filters {
  q: string;
  goal: string;
  priority: Priority | '';
  which: 'open' | 'done' | 'all';
  from: string;
  to: string;
}

export function useTasks({ q, goal, priority, which, from, to }: Filters) {
  const query = {
    limit: 50,
    ...(q && { q }),
    ...(goal && { goal_id: goal }),
    ...(priority && { priority }),
    ...(which !== 'all' && { done: which === 'done' }),
    ...(from && { from }),
    ...(to && { to }),
  };
  return useInfiniteQuery({
    queryKey: [tasks, query] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(tasks, { params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
  });
}

export function useGoals() {
  return useQuery(get('/api/goals', { params: { query: { archived: false, limit: 100 } } }));
}

interface Save {
  task: Task | null;
  body: Omit<Wire<'TaskInput'>, 'learning_item_id'>;
}

/// Makes a task (null), or changes one.
export function useSaveTask() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ task, body }: Save) =>
      task
        ? ok(api.PATCH('/api/tasks/{task_id}', { params: { path: { task_id: task.id }, header: ifMatch(task) }, body }))
        : ok(api.POST(tasks, { body })),
    onSettled: () => invalidate(client, ...after),
  });
}

export function useDeleteTask() {
  const t = useMessages(messages);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (task: Task) =>
      ok(api.DELETE('/api/tasks/{task_id}', { params: { path: { task_id: task.id }, header: ifMatch(task) } })),
    onSuccess: (_, { title }) => toast(t('deleted', { title })),
    onError: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onSettled: () => invalidate(client, ...afterDone),
  });
}

interface Change {
  task: { id: string; version: number };
  part: Partial<Pick<Task, 'done' | 'start_on' | 'end_on'>>;
  /// Where it lay, when it is moved.
  moved?: Pick<Task, 'start_on' | 'end_on'>;
}
type Shown = { items: Occurrence[] } | InfiniteData<Wire<'TaskPage'>> | Task;

/// How what is shown looks with the change: the calendar, the list, and the task itself.
function changed(data: Shown, { task: { id }, part }: Change): Shown {
  if ('pages' in data) {
    const items = (page: Wire<'TaskPage'>) => page.items.map((task) => (task.id === id ? { ...task, ...part } : task));
    return { ...data, pages: data.pages.map((page) => ({ ...page, items: items(page) })) };
  }
  if ('items' in data) {
    const { start_on, end_on, ...rest } = part;
    const days = { ...(start_on && { start_on }), ...(end_on && { end_on }) };
    const touched = (one: Occurrence) => one.task_id === id && !one.projected;
    return { items: data.items.map((one) => (touched(one) ? { ...one, ...rest, ...days } : one)) };
  }
  return data.id === id ? { ...data, ...part } : data;
}

function useChange(also: readonly string[], onDone: (task: Task, change: Change) => void) {
  const t = useMessages(messages);
  return useOptimisticMutation({
    path: [occurrences, tasks],
    also,
    send: ({ task, part }: Change) =>
      ok(api.PATCH('/api/tasks/{task_id}', { params: { path: { task_id: task.id }, header: ifMatchNewest(task) }, body: part })),
    change: (data: Shown, change) => changed(data, change),
    onFailed: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onDone,
  });
}

export interface Move {
  task: { id: string; version: number };
  from: { start_on: string | null; end_on: string | null };
  to: { start_on: string; end_on: string };
}

/// Moves a task to other days, at once, with an undo.
export function useMove() {
  const t = useMessages(messages);
  const f = useFormat();
  const takeBack = useChange(['/api/goals'], () => undefined).mutate;
  const { mutate } = useChange(['/api/goals'], (now, { moved }) => {
    if (!moved || !now.start_on) return;
    toast(t('movedToast', { title: now.title, day: f.day(now.start_on) }), {
      action: { label: t('undo'), run: () => takeBack({ task: now, part: moved }) },
    });
  });
  return ({ task, from, to }: Move) =>
    mutate({
      task,
      part: { start_on: to.start_on, end_on: to.end_on },
      moved: { start_on: from.start_on, end_on: from.end_on },
    });
}

/// Does a task or takes that back. What it changed of the scores is told.
export function useDone() {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  /// The report whose score rose most since the task was done.
  const raised = async (task: Task) => {
    if (!task.learning_item_id || !task.done_at) return null;
    const since = task.done_at;
    const list = get('/api/gap-reports', { params: { query: { latest: true, limit: 100 } } });
    const { items } = await client.fetchQuery({ ...list, staleTime: 0 });
    const rises = items.flatMap((report) =>
      report.stats && report.previous_score !== null && report.created_at >= since
        ? [{ report, from: report.previous_score, to: report.stats.score }]
        : [],
    );
    return rises.sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
  };
  const takeBack = useChange(afterDone, () => undefined).mutate;
  const { mutate } = useChange(afterDone, (task, { part }) => {
    if (!part.done) return;
    const undo = { label: t('undo'), run: () => takeBack({ task, part: { done: false } }) };
    const tell = (rise: Awaited<ReturnType<typeof raised>>) =>
      toast(
        rise
          ? t('doneScore', { title: task.title, job: rise.report.job_title, from: f.decimal(rise.from), to: f.decimal(rise.to) })
          : t('doneToast', { title: task.title }),
        { action: undo },
      );
    raised(task).then(tell, () => tell(null));
  });
  return (task: { id: string; version: number }, done: boolean) => mutate({ task, part: { done } });
}
