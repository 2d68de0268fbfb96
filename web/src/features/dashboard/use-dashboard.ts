// SPDX-License-Identifier: GPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';
import { useOptimisticMutation } from '@/api/optimistic';
import { ifMatchNewest } from '@/api/versions';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';

export type Task = Wire<'Task'>;
export type Summary = Wire<'GapReportSummary'>;

const days = 7;

/// The newest report of each résumé and job.
export function useLatestReports() {
  return useQuery(get('/api/gap-reports', { params: { query: { latest: true, limit: 6 } } }));
}

function dayAfter(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

/// What is open and begins in the next seven days or should have begun.
export function useWeek() {
  const { timeZone } = useFormat();
  const to = dayAfter(today(timeZone), days - 1);
  return useQuery(get('/api/tasks', { params: { query: { done: false, to, limit: 8 } } }));
}

type Page = Wire<'TaskPage'>;
const isPage = (data: unknown): data is Page => typeof data === 'object' && data !== null && 'items' in data;

/// Done: it leaves the list at once; what it taught raises a level, so scores are read again.
export function useFinish() {
  const t = useMessages(messages);
  const send = (task: Task, done: boolean) =>
    ok(api.PATCH('/api/tasks/{task_id}', { params: { path: { task_id: task.id }, header: ifMatchNewest(task) }, body: { done } }));
  const mutation = useOptimisticMutation({
    path: '/api/tasks',
    also: ['/api/goals', '/api/gap-reports', '/api/gap', '/api/task-occurrences'],
    send: ({ task, done }: { task: Task; done: boolean }) => send(task, done),
    change: (data: unknown, { task, done }) =>
      done && isPage(data) ? { ...data, items: data.items.filter(({ id }) => id !== task.id) } : data,
    onFailed: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onDone: (task, { done }) => {
      if (!done) return;
      toast(t('finished', { title: task.title }), {
        action: { label: t('undo'), run: () => mutation.mutate({ task, done: false }) },
      });
    },
  });
  return (task: Task) => mutation.mutate({ task, done: true });
}

/// The skill that is worth most over all saved jobs; undefined until it is known, and where there is none.
export function useNextSkill(): Wire<'Matrix'>['next_skills'][number] | undefined {
  const { data } = useQuery(get('/api/matrix', { params: { query: { limit: 1 } } })); // of the table nothing is shown here
  return data?.next_skills[0];
}

export interface Steps {
  resume: boolean;
  job: boolean;
  report: boolean;
  plan: boolean;
}

/// How far a new account is; null until it is known. What cannot be known (its card says why) counts as done.
export function useSteps(): Steps | null {
  const resumes = useQuery(get('/api/backend/resumes', { params: { query: { limit: 1 } } }));
  const jobs = useQuery(get('/api/jobs', { params: { query: { limit: 1 } } }));
  const learning = useQuery(get('/api/tasks', { params: { query: { learning: true, limit: 1 } } }));
  const reports = useLatestReports();
  if (resumes.isPending || jobs.isPending || learning.isPending || reports.isPending) return null;
  const isDone = (list: { items: readonly unknown[] } | undefined) => list === undefined || list.items.length > 0;
  return { resume: isDone(resumes.data), job: isDone(jobs.data), report: isDone(reports.data), plan: isDone(learning.data) };
}
