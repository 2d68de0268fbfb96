// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { type Run, useRuns } from '@/api/runs';

export type User = Wire<'AdminUser'>;
export type Which = 'all' | 'admin' | 'disabled';

const path = '/api/admin/users';

export function useUsers(q: string, which: Which) {
  const query = {
    limit: 50,
    ...(q && { q }),
    ...(which === 'admin' && { role: 'admin' as const }),
    ...(which === 'disabled' && { disabled: true }),
  };
  return useInfiniteQuery({
    queryKey: [path, query] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
  });
}

export function useSaveUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ user, body }: { user: User; body: Wire<'AdminUserPatch'> }) =>
      ok(api.PATCH('/api/admin/users/{user_id}', { params: { path: { user_id: user.id }, header: ifMatch(user) }, body })),
    onSettled: () => invalidate(client, path),
  });
}

export function useMakeUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wire<'AdminUserInput'>) => ok(api.POST(path, { body })),
    onSettled: () => invalidate(client, path),
  });
}

/// Closes the account at once; everything in it goes with a run.
export function useEraseUser() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (user: User) =>
      ok(api.DELETE('/api/admin/users/{user_id}', { params: { path: { user_id: user.id }, header: ifMatch(user) } })),
    onSettled: () => invalidate(client, path, '/api/runs'),
  });
}

/// Accounts that this administrator has had erased, as far as that has come.
export function useErasures(): ReadonlyMap<string, Run['state']> {
  const client = useQueryClient();
  const runs = useRuns('erase').data?.pages.flatMap((page) => page.items) ?? [];
  const states = runs.map(({ id, state }) => `${id} ${state}`).join();
  // Once one has ended, its account is gone from the list.
  useEffect(() => void invalidate(client, path), [client, states]);
  return new Map(runs.flatMap(({ subject_id, state }) => (subject_id ? [[subject_id, state] as const] : [])).reverse());
}
