// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import type { Search } from './request';

export type SourceCount = Wire<'SourceCount'>;

/// Jobs that a fetch takes from each board.
export const most = 25;

/// Asks the boards and keeps nothing.
export function useLook() {
  return useMutation({
    mutationFn: (search: Search) => ok(api.POST('/api/jobs/fetch-external/test', { body: { ...search, limit: 5 } })),
  });
}

export function useStartFetch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (search: Search) => ok(api.POST('/api/jobs/fetch-external', { body: { ...search, max_jobs_per_search: most, run_async: true } })),
    onSettled: () => invalidate(client, '/api/runs', '/api/membership'),
  });
}

const schedules = '/api/jobs/fetch-schedules';
export type Schedule = Wire<'FetchSchedule'>;

/// Fetches that repeat by themselves.
export function useSchedules() {
  return useQuery(get(schedules)).data?.items ?? [];
}

export function useRepeat() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ search, days }: { search: Search; days: number }) =>
      ok(api.POST(schedules, { body: { fetch: { ...search, max_jobs_per_search: most, run_async: true }, every_days: days } })),
    onSettled: () => invalidate(client, schedules),
  });
}

export function useRepeatNoMore() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ok(api.DELETE('/api/jobs/fetch-schedules/{schedule_id}', { params: { path: { schedule_id: id } } })),
    onSettled: () => invalidate(client, schedules),
  });
}
