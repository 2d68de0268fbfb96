// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { api, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useOptimisticMutation } from '@/api/optimistic';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';

export type Goal = Wire<'Goal'>;
type Pages = InfiniteData<Wire<'GoalPage'>>;

const path = '/api/goals';

export function useGoals(archived: boolean) {
  return useInfiniteQuery({
    queryKey: [path, { archived }] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { archived, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

/// Makes a goal, or changes that version of the one given.
export function useSaveGoal() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ goal, body }: { goal: Goal | null; body: Wire<'GoalInput'> }) =>
      goal
        ? ok(
            api.PATCH('/api/goals/{goal_id}', {
              params: { path: { goal_id: goal.id }, header: ifMatch(goal) },
              body,
            }),
          )
        : ok(api.POST(path, { body })),
    onSettled: () => invalidate(client, path),
  });
}

function without(pages: Pages, goal: Goal): Pages {
  return { ...pages, pages: pages.pages.map((p) => ({ ...p, items: p.items.filter(({ id }) => id !== goal.id) })) };
}

/// Archiving and bringing back: the goal leaves the list that is shown at once.
export function useArchiveGoal() {
  const t = useMessages(messages);
  const archive = useOptimisticMutation({
    path,
    send: (goal: Goal) =>
      ok(
        api.PATCH('/api/goals/{goal_id}', {
          params: { path: { goal_id: goal.id }, header: ifMatch(goal) },
          body: { archived: !goal.archived },
        }),
      ),
    change: (pages: Pages, goal) => without(pages, goal),
    onFailed: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onDone: (changed) => {
      if (!changed.archived) return;
      toast(t('archivedToast', { title: changed.title }), {
        action: { label: t('undo'), run: () => archive.mutate(changed) },
      });
    },
  });
  return archive.mutate;
}

export function useDeleteGoal() {
  const t = useMessages(messages);
  return useOptimisticMutation({
    path,
    also: ['/api/tasks'],
    send: (goal: Goal) =>
      ok(api.DELETE('/api/goals/{goal_id}', { params: { path: { goal_id: goal.id }, header: ifMatch(goal) } })),
    change: (pages: Pages, goal) => without(pages, goal),
    onFailed: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onDone: (_, { title }) => toast(t('deleted', { title })),
  });
}
