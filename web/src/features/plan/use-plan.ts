// SPDX-License-Identifier: GPL-3.0-or-later
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useDebounced } from '@/ui/use-debounced';
import { itemsPath, useLearnRun } from './use-learn-run';

export type Item = Wire<'LearningItem'>;
export type Report = Wire<'GapReportSummary'>;
export type Plan = Wire<'LearningPlan'>;
/// Without what the server chooses by itself: it starts today and works on any day.
export type PlanRequest = Omit<Wire<'LearningPlanRequest'>, 'weekdays' | 'goal_id' | 'start_on'>;
/// A new goal is made together with the tasks.
export type GoalChoice = { id: string } | { title: string } | null;

/// Whose order: that of gain per hour, or the language model's.
export type Order = 'ours' | 'model';

/// Whether its address may be offered: one of the corpus, or one that a model named and that answered.
export const isVerified = ({ source, url_state: state }: Item): boolean => source === 'corpus' || state === 'reachable';

/// By gain per hour, behind those what a model proposed; or as the model has put them.
export function inOrder(items: readonly Item[], order: Order): Item[] {
  const proposed = ({ source }: Item) => Number(source === 'model');
  const ours = [...items].sort((a, b) => proposed(a) - proposed(b) || b.gain_per_hour - a.gain_per_hour);
  const place = ({ model_position: position }: Item) => position ?? items.length;
  return order === 'ours' ? ours : ours.sort((a, b) => place(a) - place(b));
}

/// The newest report on every job, those that can be read.
export function useReports() {
  const query = useQuery(get('/api/gap-reports', { params: { query: { latest: true, limit: 100 } } }));
  return { ...query, reports: (query.data?.items ?? []).filter((report) => report.state === 'ready') };
}

/// What one could learn for a report.
export function useItems(report: string, order: Order) {
  const query = useQuery(get(itemsPath, { params: { query: { gap_report_id: report, limit: 100 } } }));
  return { ...query, items: inOrder(query.data?.items ?? [], order) };
}

/// Has the server look for what one could learn, and follows until it has looked.
export function useSearch(report: string) {
  const { start, ...search } = useLearnRun({ kind: 'generate_learning', subject: report }, () =>
    api.POST('/api/learn/generate', { body: { gap_report_id: report, limit: 20 } }),
  );
  return { search: start, ...search };
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
