// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';

const path = '/api/gap-reports';

/// The newest report of each résumé and job.
export function useReports() {
  return useInfiniteQuery({
    queryKey: [path, { latest: true }] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { latest: true, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useMakeReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Wire<'GapRunRequest'>) => ok(api.POST('/api/gap/run', { body })),
    onSuccess: () => invalidate(client, path, '/api/gap', '/api/job-collections', '/api/jobs', '/api/runs'),
  });
}
