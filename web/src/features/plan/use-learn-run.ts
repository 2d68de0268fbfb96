// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { isOpen, type Run, useOpenRuns } from '@/api/runs';
import { useStep } from '@/i18n/run-steps';
import { useSaid } from '@/i18n/server-text';

type Started = Wire<'LearnGenerateResult'>;

export const itemsPath = '/api/learning-items';

interface About {
  kind: Run['kind'];
  /// The report or the item.
  subject: string;
}

/// The run to follow: what was begun here, or what was under way when the page came. It stays the same when it has ended.
function useFollowed({ kind, subject }: About, begun: string | undefined): string | undefined {
  const open = useOpenRuns().find((run) => run.kind === kind && run.subject_id === subject)?.id;
  const [found, setFound] = useState(open);
  if (open !== undefined && open !== found) setFound(open);
  return begun ?? open ?? found;
}

/// Begins work on learning items and follows it to its end, also what was begun before the page was loaded; then the items
/// are read again.
export function useLearnRun(about: About, post: () => Promise<{ data?: Started; error?: unknown; response: Response }>) {
  const client = useQueryClient();
  const step = useStep();
  const said = useSaid();
  const begin = useMutation({
    mutationFn: () => ok(post()),
    onSuccess: (result) => (result.state === 'ready' ? invalidate(client, itemsPath) : invalidate(client, '/api/runs')),
  });
  const started = begin.data;
  const id = useFollowed(about, started?.run_id);
  // What was ready when the server answered is followed no further, though it may have been seen at work before the answer.
  const atOnce = started?.state === 'ready';
  const run = useQuery({
    ...get('/api/runs/{run_id}', { params: { path: { run_id: id ?? '' } } }),
    enabled: id !== undefined && !atOnce,
    refetchInterval: ({ state }) => (state.data === undefined || isOpen(state.data) ? 1000 : false),
  });
  const state = atOnce ? 'ready' : (run.data?.state ?? started?.state);
  useEffect(() => {
    if (run.data?.state === 'ready') void invalidate(client, itemsPath);
  }, [client, run.data?.state]);
  const cancel = useMutation({
    mutationFn: (run_id: string) => ok(api.POST('/api/runs/{run_id}/cancel', { params: { path: { run_id } } })),
    onSettled: () => invalidate(client, '/api/runs'),
  });
  return {
    start: begin.mutate,
    working: begin.isPending || state === 'queued' || state === 'running',
    done: state === 'ready',
    progress: run.data?.progress ?? 0,
    step: step(run.data),
    error: begin.error ?? (state === 'failed' ? new Error(said(run.data?.reason).children) : null),
    cancel: id !== undefined ? { run: () => cancel.mutate(id), busy: cancel.isPending, asked: cancel.isSuccess } : undefined,
  };
}
