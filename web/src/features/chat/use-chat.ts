// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { toast } from '@/ui/toast';
import { messages } from './messages';

export type Chat = Wire<'Chat'>;
export type ChatMessage = Wire<'ChatMessage'>;
export type Kind = Chat['context'][number];
export const kinds = ['report', 'resume', 'job', 'plan', 'profile'] as const satisfies readonly Kind[];

const path = '/api/chats';
const messagesPath = '/api/chats/{chat_id}/messages';
export const messagesKey = (id: string) => [messagesPath, { path: { chat_id: id } }] as const;

export function useChats() {
  return useInfiniteQuery({
    queryKey: [path, {}] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { limit: 50, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

/// All messages of a chat, the oldest first.
export function useChatMessages(id: string | null) {
  return useQuery({
    queryKey: messagesKey(id ?? ''),
    enabled: id !== null,
    queryFn: async ({ signal }) => {
      const all: ChatMessage[] = [];
      let cursor: string | null = null;
      do {
        const query: { limit: number; cursor?: string } = { limit: 100, ...(cursor && { cursor }) };
        const page = await ok(api.GET(messagesPath, { params: { path: { chat_id: id ?? '' }, query }, signal }));
        all.push(...page.items);
        cursor = page.next_cursor;
      } while (cursor !== null);
      return all;
    },
  });
}

/// Saved jobs: what a chat can be about.
export function useJobs() {
  return useQuery(get('/api/job-collections', { params: { query: { limit: 100 } } })).data?.items.map(({ job }) => job) ?? [];
}

/// Résumés that have been read: what a chat can rest on.
export function useResumes() {
  const all = useQuery(get('/api/backend/resumes', { params: { query: { limit: 100 } } })).data?.items ?? [];
  return all.filter(({ state }) => state === 'ready');
}

/// The missing requirement that would bring most, of the newest report on the job (or of all).
export function useGap(job: string | null, resume: string | null): string | undefined {
  const which = { ...(job && { job_id: job }), ...(resume && { resume_id: resume }) };
  const list = useQuery(get('/api/gap-reports', { params: { query: { latest: true, limit: 1, ...which } } }));
  const newest = list.data?.items.find((report) => report.state === 'ready')?.id;
  const report = useQuery({
    ...get('/api/gap/{gap_report_id}', { params: { path: { gap_report_id: newest ?? '' } } }),
    enabled: newest !== undefined,
  });
  const missing = report.data?.content?.requirements.filter(({ status }) => status === 'missing') ?? [];
  return [...missing].sort((a, b) => b.gain - a.gain)[0]?.name;
}

/// Which language model answers.
export function useModel() {
  return useQuery(get('/api/settings/model')).data;
}

/// What a model would be given with the next question.
export function useContext(chat: string | null) {
  return useQuery({ ...get('/api/chats/{chat_id}/context', { params: { path: { chat_id: chat ?? '' } } }), enabled: chat !== null }).data?.items;
}

export function useChangeChat() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ chat, ...body }: { chat: Chat; title?: string; job_id?: string | null; resume_id?: string | null; context?: Kind[] }) =>
      ok(api.PATCH('/api/chats/{chat_id}', { params: { path: { chat_id: chat.id }, header: ifMatch(chat) }, body })),
    onSettled: () => invalidate(client, path),
  });
}

export function useDeleteChat() {
  const t = useMessages(messages);
  const client = useQueryClient();
  return useMutation({
    mutationFn: (chat: Chat) =>
      ok(api.DELETE('/api/chats/{chat_id}', { params: { path: { chat_id: chat.id }, header: ifMatch(chat) } })),
    onSuccess: (_, { title }) => toast(t('deleted', { title: title || t('untitled') })),
    onError: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onSettled: () => client.invalidateQueries({ queryKey: [path] }),
  });
}

/// Keeps an answer: a note with the question as its title.
export function useKeep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ message, title, job }: { message: ChatMessage; title: string; job: string | null }) =>
      ok(
        api.POST('/api/notes', {
          body: { title: title.slice(0, 200), body: message.content, message_id: message.id, job_id: job },
        }),
      ),
    onSettled: () => invalidate(client, '/api/notes'),
  });
}
