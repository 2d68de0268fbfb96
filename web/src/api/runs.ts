// SPDX-License-Identifier: GPL-3.0-or-later
// Background work of one kind: what there was, what is under way, and the two things one can do about it.
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type Wire } from './client';
import { invalidate } from './invalidate';

export type Run = Wire<'Run'>;

const path = '/api/runs';

export const isOpen = ({ state }: Pick<Run, 'state'>): boolean => state === 'queued' || state === 'running';

/// Runs of a kind, the newest first. Those under way are asked for until they have ended: how far one is makes no event.
export function useRuns(kind: Run['kind']) {
  return useInfiniteQuery({
    queryKey: [path, { kind, all: true }] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { kind, limit: 10, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) => {
      const data = state.data as InfiniteData<Wire<'RunPage'>> | undefined;
      return data?.pages.some((page) => page.items.some(isOpen)) ? 1000 : false;
    },
  });
}

function useChange(send: (id: string) => Promise<Run>, onFailed: (error: Error) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Run) => send(id),
    onError: onFailed,
    onSettled: () => invalidate(client, path),
  });
}

/// All that is under way; none while it is not known. Asked for once a page, however many ask.
export function useOpenRuns(): readonly Run[] {
  return useQuery(get(path, { params: { query: { state: ['queued', 'running'] } } })).data?.items ?? none;
}
const none: readonly Run[] = [];

/// What is under way ends at its next step; what it has kept stays.
export function useCancelRun(onFailed: (error: Error) => void) {
  return useChange((run_id) => ok(api.POST('/api/runs/{run_id}/cancel', { params: { path: { run_id } } })), onFailed);
}

export function useRetryRun(onFailed: (error: Error) => void) {
  return useChange((run_id) => ok(api.POST('/api/runs/{run_id}/retry', { params: { path: { run_id } } })), onFailed);
}
