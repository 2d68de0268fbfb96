// SPDX-License-Identifier: GPL-3.0-or-later
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useDebounced } from '@/ui/use-debounced';

export type Item = Wire<'LearningItem'>;
export type Report = Wire<'GapReportSummary'>;
export type Plan = Wire<'LearningPlan'>;
/// Without what the server chooses by itself: it starts today and works on any day.
export type PlanRequest = Omit<Wire<'LearningPlanRequest'>, 'weekdays' | 'goal_id' | 'start_on'>;
/// A new goal is made together with the tasks.
export type GoalChoice = { id: string } | { title: string } | null;

const itemsPath = '/api/learning-items';

/// The newest report on every job, those that can be read.
export function useReports() {
  const query = useQuery(get('/api/gap-reports', { params: { query: { latest: true, limit: 100 } } }));
  return { ...query, reports: (query.data?.items ?? []).filter((report) => report.state === 'ready') };
}

/// What one could learn for a report, the most for an hour first.
export function useItems(report: string | undefined) {
  const query = useQuery({
    ...get(itemsPath, { params: { query: { gap_report_id: report ?? '', limit: 100 } } }),
    enabled: report !== undefined,
  });
  const items = [...(query.data?.items ?? [])].sort((a, b) => b.gain_per_hour - a.gain_per_hour);
  return { ...query, items };
}

/// Has the server look for what one could learn, and follows until it has looked.
export function useSearch(report: string) {
  const client = useQueryClient();
  const start = useMutation({
    mutationFn: () => ok(api.POST('/api/learn/generate', { body: { gap_report_id: report, limit: 20 } })),
    onSuccess: (result) => (result.state === 'ready' ? invalidate(client, itemsPath) : undefined),
  });
  const started = start.data;
  const run = useQuery({
    ...get('/api/runs/{run_id}', { params: { path: { run_id: started?.run_id ?? '' } } }),
    enabled: started !== undefined && started.state !== 'ready',
    refetchInterval: ({ state }) => (['queued', 'running'].includes(state.data?.state ?? 'queued') ? 1000 : false),
  });
  const state = run.data?.state ?? started?.state;
  useEffect(() => {
    if (run.data?.state === 'ready') void invalidate(client, itemsPath);
  }, [client, run.data?.state]);
  return {
    search: start.mutate,
    searching: start.isPending || state === 'queued' || state === 'running',
    searched: state === 'ready',
    progress: run.data?.progress ?? 0,
    error: start.error ?? (state === 'failed' ? new Error(run.data?.reason ?? '') : null),
  };
}

/// How the chosen items would lie in time; null asks nothing.
export function usePreview(request: PlanRequest | null) {
  const settled = useDebounced(request, 250);
  const query = useQuery({
    queryKey: ['/api/learning-plans/preview', settled] as const,
    queryFn: ({ signal }) => ok(api.POST('/api/learning-plans/preview', { body: settled as Wire<'LearningPlanRequest'>, signal })),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  });
  return { ...query, waiting: settled !== request || query.isPlaceholderData };
}

export function useGoals() {
  return useQuery(get('/api/goals', { params: { query: { archived: false, limit: 100 } } }));
}

/// Makes the tasks of a plan, and their goal where that is new.
export function useAddTasks(job: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ request, goal }: { request: PlanRequest; goal: GoalChoice }) => {
      let id = goal && 'id' in goal ? goal.id : null;
      if (goal && 'title' in goal) {
        const body = { title: goal.title, description: '', job_id: job, due_on: request.deadline ?? null };
        id = (await ok(api.POST('/api/goals', { body }))).id;
      }
      return ok(api.POST('/api/tasks/add', { body: { ...request, goal_id: id } as Wire<'LearningPlanRequest'> }));
    },
    onSettled: () => invalidate(client, '/api/tasks', '/api/task-occurrences', '/api/goals', itemsPath),
  });
}
