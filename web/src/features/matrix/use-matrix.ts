// SPDX-License-Identifier: GPL-3.0-or-later
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';

export type Matrix = Wire<'Matrix'>;
export type Stage = Wire<'Stage'>;
export const stages = ['saved', 'applied', 'interview', 'offer', 'rejected', 'ghosted'] as const satisfies readonly Stage[];

/// As many saved jobs as the matrix has at most: those saved last.
export const mostJobs = 100;

export function useMatrix(stage: Stage | null) {
  return useQuery({
    ...get('/api/matrix', { params: { query: { limit: mostJobs, ...(stage && { stage: [stage] }) } } }),
    placeholderData: keepPreviousData,
  });
}

/// Makes the report of a cell that has none, and opens it.
export function useOpenCell() {
  const client = useQueryClient();
  const router = useRouter();
  return useMutation({
    mutationFn: (body: { resume_id: string; job_id: string }) => ok(api.POST('/api/gap/run', { body })),
    onSuccess: ({ gap_report_id }) => {
      void invalidate(client, '/api/matrix', '/api/gap-reports', '/api/job-collections');
      router.push(`/report?id=${gap_report_id}`);
    },
  });
}
