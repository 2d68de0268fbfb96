// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';

export type Note = Wire<'Note'>;
export type NoteSummary = Wire<'NoteSummary'>;
export type Link = 'task_id' | 'job_id' | 'gap_report_id';
export type Draft = Pick<Note, 'title' | 'body' | Link>;

const path = '/api/notes';

export function useNotes(q: string) {
  const query = { limit: 50, ...(q && { q }) };
  return useInfiniteQuery({
    queryKey: [path, query] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
  });
}

export function draftOf(note: Note | null): Draft {
  return {
    title: note?.title ?? '',
    body: note?.body ?? '',
    task_id: note?.task_id ?? null,
    job_id: note?.job_id ?? null,
    gap_report_id: note?.gap_report_id ?? null,
  };
}

export function isSame(a: Draft, b: Draft): boolean {
  return (['title', 'body', 'task_id', 'job_id', 'gap_report_id'] as const).every((part) => a[part] === b[part]);
}

export function readNote(id: string): Promise<Note> {
  return ok(api.GET('/api/notes/{note_id}', { params: { path: { note_id: id } } }));
}

/// Makes a note (null) or changes one; what the server has becomes what is known of it.
export function useWriteNote() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ note, draft }: { note: Pick<Note, 'id' | 'version'> | null; draft: Draft }) =>
      note
        ? ok(api.PATCH('/api/notes/{note_id}', { params: { path: { note_id: note.id }, header: ifMatch(note) }, body: draft }))
        : ok(api.POST(path, { body: draft })),
    onSuccess: (note) => {
      client.setQueryData(get('/api/notes/{note_id}', { params: { path: { note_id: note.id } } }).queryKey, note);
      return client.invalidateQueries({ queryKey: [path] });
    },
  });
}

export function useDeleteNote() {
  const t = useMessages(messages);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (note: Note) =>
      ok(api.DELETE('/api/notes/{note_id}', { params: { path: { note_id: note.id }, header: ifMatch(note) } })),
    onSuccess: (_, { title }) => toast(t('deleted', { title: title || t('untitled') })),
    onError: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onSettled: () => invalidate(client, path),
  });
}

/// What a note can be about, by kind.
export function useTargets(): Readonly<Record<Link, readonly { id: string; title: string }[]>> {
  const tasks = useQuery(get('/api/tasks', { params: { query: { limit: 100, sort: 'created_at' } } })).data?.items ?? [];
  const jobs = useQuery(get('/api/job-collections', { params: { query: { limit: 100 } } })).data?.items ?? [];
  const reports = useQuery(get('/api/gap-reports', { params: { query: { latest: true, limit: 100 } } })).data?.items ?? [];
  return {
    task_id: tasks.map(({ id, title }) => ({ id, title })),
    job_id: jobs.map(({ job }) => ({ id: job.id, title: [job.title, job.company].filter(Boolean).join(' · ') })),
    gap_report_id: reports.map((report) => ({ id: report.id, title: [report.job_title, report.company].filter(Boolean).join(' · ') })),
  };
}
