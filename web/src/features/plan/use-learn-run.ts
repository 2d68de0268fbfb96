// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';

type Started = Wire<'LearnGenerateResult'>;

export const itemsPath = '/api/learning-items';

/// Begins work on learning items and follows it to its end; then they are read again.
export function useLearnRun(post: () => Promise<{ data?: Started; error?: unknown; response: Response }>) {
  const client = useQueryClient();
  const begin = useMutation({
    mutationFn: () => ok(post()),
    onSuccess: (result) => (result.state === 'ready' ? invalidate(client, itemsPath) : invalidate(client, '/api/runs')),
  });
  const started = begin.data;
  const run = useQuery({
    ...get('/api/runs/{run_id}', { params: { path: { run_id: started?.run_id ?? '' } } }),
    enabled: started !== undefined && started.state !== 'ready',
    refetchInterval: ({ state }) => (['queued', 'running'].includes(state.data?.state ?? 'queued') ? 1000 : false),
  });
  const state = run.data?.state ?? started?.state;
  useEffect(() => {
    if (run.data?.state === 'ready') void invalidate(client, itemsPath);
  }, [client, run.data?.state]);
  const cancel = useMutation({
    mutationFn: (id: string) => ok(api.POST('/api/runs/{run_id}/cancel', { params: { path: { run_id: id } } })),
    onSettled: () => invalidate(client, '/api/runs'),
  });
  return {
    start: begin.mutate,
    working: begin.isPending || state === 'queued' || state === 'running',
    done: state === 'ready',
    progress: run.data?.progress ?? 0,
    step: run.data?.step ?? '',
    error: begin.error ?? (state === 'failed' ? new Error(run.data?.reason ?? '') : null),
    cancel: started && { run: () => cancel.mutate(started.run_id), busy: cancel.isPending, asked: cancel.isSuccess },
  };
}
