// SPDX-License-Identifier: GPL-3.0-or-later
import { type InfiniteData, useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useOptimisticMutation } from '@/api/optimistic';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';
import type { Resume } from './upload';

export const listPath = '/api/backend/resumes';
type Pages = InfiniteData<Wire<'ResumePage'>>;

/// What else shows something of résumés.
const also = ['/api/resumes', '/api/jobs', '/api/job-collections', '/api/matrix', '/api/pathways', '/api/membership'] as const;

export function useResumes() {
  return useInfiniteQuery({
    queryKey: [listPath, null] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(listPath, { params: { query: { ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    // Events tell when one has been read; where they cannot come through, asking does.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((resume) => resume.state === 'importing')) ? 2000 : false,
  });
}

function mapped(pages: Pages, change: (items: readonly Resume[]) => Resume[]): Pages {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, items: change(page.items) })) };
}

function useFailed() {
  const t = useMessages(messages);
  return (error: Error) => toast(t('failedAction', { reason: error.message }), { bad: true });
}

export function useMakeDefault() {
  const t = useMessages(messages);
  return useOptimisticMutation({
    path: listPath,
    also,
    send: ({ id }: Resume) => ok(api.POST('/api/backend/resumes/{resume_id}/set-default', { params: { path: { resume_id: id } } })),
    change: (pages: Pages, { id }) => mapped(pages, (items) => items.map((one) => ({ ...one, is_default: one.id === id }))),
    onFailed: useFailed(),
    onDone: ({ name }) => toast(t('defaultNow', { name })),
  });
}

export function useDeleteResume() {
  const t = useMessages(messages);
  return useOptimisticMutation({
    path: listPath,
    also,
    send: (resume: Resume) =>
      ok(api.DELETE('/api/backend/resumes/{resume_id}', { params: { path: { resume_id: resume.id }, header: ifMatch(resume) } })),
    change: (pages: Pages, { id }) => mapped(pages, (items) => items.filter((one) => one.id !== id)),
    onFailed: useFailed(),
    onDone: (_, { name }) => toast(t('deleted', { name })),
  });
}

export function useRename() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ resume, name }: { resume: Resume; name: string }) =>
      ok(
        api.PATCH('/api/resumes/{resume_id}', {
          params: { path: { resume_id: resume.id }, header: ifMatch(resume) },
          body: { name },
        }),
      ),
    onSettled: () => invalidate(client, listPath, '/api/resumes', '/api/matrix'),
  });
}

export function useReadAgain() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Resume) => ok(api.POST('/api/resumes/{resume_id}/retry', { params: { path: { resume_id: id } } })),
    onError: useFailed(),
    onSettled: () => invalidate(client, listPath, '/api/runs', ...also),
  });
}

export interface Pasted {
  name: string;
  text: string;
  set_default: boolean;
}

/// Makes a résumé of text, or gives the text of one whose file cannot be read.
export function usePaste() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ resume, pasted: { name, text, set_default } }: { resume: Resume | null; pasted: Pasted }) =>
      resume
        ? ok(
            api.PUT('/api/resumes/{resume_id}/text', {
              params: { path: { resume_id: resume.id }, header: ifMatch(resume) },
              body: { text },
            }),
          )
        : ok(api.POST('/api/resumes', { body: { name, text, set_default } })),
    onSettled: () => invalidate(client, listPath, ...also),
  });
}
