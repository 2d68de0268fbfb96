// SPDX-License-Identifier: GPL-3.0-or-later
import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useOptimisticMutation } from '@/api/optimistic';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import type { Filters } from './filters';
import { messages } from './messages';

export type Job = Wire<'Job'>;
export type JobSummary = Wire<'JobSummary'>;
export type SavedJob = Wire<'SavedJob'>;
export type Stage = Wire<'Stage'>;
type Pages = InfiniteData<Wire<'JobPage'>>;
type SavedPages = InfiniteData<Wire<'SavedJobPage'>>;

export const stages: readonly Stage[] = ['saved', 'applied', 'interview', 'offer', 'rejected', 'ghosted'];

const path = '/api/jobs';
export const savedPath = '/api/job-collections';

/// What else shows something of jobs.
export const also = [path, savedPath, '/api/matrix', '/api/gap', '/api/gap-reports', '/api/membership'] as const;

export function jobAddress({ id }: { id: string }): string {
  return `/job?id=${encodeURIComponent(id)}`;
}

export function useJobs(filters: Filters) {
  const { q, sort, min_fit, ...others } = filters;
  // Fits are shown as whole numbers: who asks for 48 means all that show 48.
  const least = min_fit === undefined ? undefined : min_fit - 0.5;
  const query = { ...others, ...(q && { q }), ...(least !== undefined && { min_fit: least }), sort: sort === 'relevance' && !q ? ('newest' as const) : sort };
  return useInfiniteQuery({
    queryKey: [path, query] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
  });
}

/// All saved jobs, the ones moved last first.
export function useSavedJobs() {
  return useInfiniteQuery({
    queryKey: [savedPath, { all: true }] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(savedPath, { params: { query: { sort: 'stage_on', limit: 100, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useHasResume(): boolean | undefined {
  const found = useQuery(get('/api/backend/resumes', { params: { query: { limit: 1 } } }));
  return found.data ? found.data.items.length > 0 : undefined;
}

function useFailed() {
  const t = useMessages(messages);
  return (error: Error) => toast(t('failedAction', { reason: error.message }), { bad: true });
}

/// What becomes of the list of jobs when one is saved or no longer, and of the page of a job when it no longer is.
/// (That page reads the steps of a saved job, which are there when the server has saved it.)
export function marked(data: unknown, id: string, part: Pick<JobSummary, 'saved' | 'stage'>, [at]: readonly unknown[]): unknown {
  const one = <J extends { id: string }>(job: J): J => (job.id === id ? { ...job, ...part } : job);
  if (at === path) {
    const { pages, ...others } = data as Pages;
    return { ...others, pages: pages.map((page) => ({ ...page, items: page.items.map(one) })) };
  }
  return at === '/api/jobs/{job_id}' && !part.saved ? one(data as Job) : data;
}

interface Saving {
  job: Pick<JobSummary, 'id' | 'title' | 'stage'>;
  save: boolean;
}

/// Saves a job, or takes it from the saved ones.
export function useSaveJob() {
  const t = useMessages(messages);
  const saving = useOptimisticMutation({
    path,
    also,
    send: ({ job, save }: Saving): Promise<unknown> => {
      const params = { path: { job_id: job.id } };
      return save ? ok(api.POST('/api/job-collections/{job_id}', { params })) : ok(api.DELETE('/api/job-collections/{job_id}', { params }));
    },
    change: (data: unknown, { job, save }, key) => marked(data, job.id, { saved: save, stage: save ? 'saved' : null }, key),
    onFailed: useFailed(),
    onDone: (_, { job, save }) => {
      if (save) return;
      toast(t('unsaved', { title: job.title }), { action: { label: t('undo'), run: () => saving.mutate({ job, save: true }) } });
    },
  });
  return saving;
}

interface Move {
  id: string;
  title: string;
  stage: Stage;
  day?: string | null;
}

export function moved(data: unknown, { id, stage }: Move, [at, how]: readonly unknown[]): unknown {
  const one = (saved: SavedJob): SavedJob => (saved.job_id === id ? { ...saved, stage, job: { ...saved.job, stage } } : saved);
  if (at !== savedPath || typeof how !== 'object' || how === null || !('all' in how)) return data;
  const { pages, ...others } = data as SavedPages;
  return { ...others, pages: pages.map((page) => ({ ...page, items: page.items.map(one) })) };
}

/// Records a step of an application. On another day than today it need not change the stage, so the server says.
export function useMove() {
  return useOptimisticMutation({
    path: savedPath,
    also: [path],
    send: ({ id, stage, day }: Move) =>
      ok(api.POST('/api/job-collections/{job_id}/stages', { params: { path: { job_id: id } }, body: { stage, day: day ?? null } })),
    change: (data: unknown, move, key) => (move.day ? data : moved(data, move, key)),
    onFailed: useFailed(),
  });
}

export function useTakeStepBack(jobId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      ok(
        api.DELETE('/api/job-collections/{job_id}/stages/{stage_change_id}', {
          params: { path: { job_id: jobId, stage_change_id: id } },
        }),
      ),
    onError: useFailed(),
    onSettled: () => invalidate(client, savedPath, path),
  });
}

/// Adds a job, or replaces that version of the one given.
export function useKeepJob() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ job, body }: { job: Job | null; body: Wire<'JobInput'> }) =>
      job
        ? ok(api.PUT('/api/jobs/{job_id}', { params: { path: { job_id: job.id }, header: ifMatch(job) }, body }))
        : ok(api.POST(path, { body })),
    onSettled: () => invalidate(client, ...also),
  });
}

export function useDeleteJob(onDone: () => void) {
  const client = useQueryClient();
  const t = useMessages(messages);
  return useMutation({
    mutationFn: (job: Job) => ok(api.DELETE('/api/jobs/{job_id}', { params: { path: { job_id: job.id }, header: ifMatch(job) } })),
    onSuccess: (_, job) => {
      client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(job.id) });
      toast(t('deleted', { title: job.title }));
      onDone();
    },
    onError: useFailed(),
    onSettled: () => invalidate(client, ...also),
  });
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/// Holds the default résumé against a job; answers with the address of the report when it can be read.
export function useMakeReport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (jobId: string) => {
      const made = await ok(api.POST('/api/gap/run', { body: { job_id: jobId } }));
      let { state } = made;
      while (state === 'queued' || state === 'running') {
        await pause(700);
        state = (await ok(api.GET('/api/runs/{run_id}', { params: { path: { run_id: made.run_id } } }))).state;
      }
      return `/report?id=${encodeURIComponent(made.gap_report_id)}`;
    },
    onError: useFailed(),
    onSettled: () => invalidate(client, ...also),
  });
}
