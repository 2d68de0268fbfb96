// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { api, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { everyPage } from '@/api/pages';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { toast } from '@/ui/toast';
import { messages } from './messages';
import { Notice } from '@/ui/notice';
import { browserName } from './user-agent';

const path = '/api/auth/sessions';

export function Sessions() {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const sessions = useQuery({
    queryKey: [path] as const,
    queryFn: ({ signal }) =>
      everyPage((cursor) => ok(api.GET(path, { params: { query: { limit: 100, ...(cursor && { cursor }) } }, signal }))),
    refetchOnMount: 'always',
  });
  const again = { onSettled: () => invalidate(client, path) };
  const end = useMutation({
    mutationFn: ({ id }: Wire<'Session'>) => ok(api.DELETE('/api/auth/sessions/{session_id}', { params: { path: { session_id: id } } })),
    onSuccess: (_, session) => toast(t('sessionEnded', { browser: browserName(session.user_agent) })),
    ...again,
  });
  const endOthers = useMutation({ mutationFn: () => ok(api.DELETE(path)), ...again });
  if (sessions.isError) return <ErrorState error={sessions.error} onRetry={() => void sessions.refetch()} />;
  if (sessions.isPending) return <Skeleton className="h-24 w-full" />;
  const { items } = sessions.data;
  const error = end.error ?? endOthers.error;
  return (
    <div className="grid grid-cols-1 gap-4">
      <ul className="grid grid-cols-1 divide-y divide-line">
        {items.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
            <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-ink-soft" />
            <div className="min-w-0 flex-1 basis-48">
              <p className="font-medium wrap-anywhere">
                {browserName(session.user_agent)} {session.current && <Badge tone="good">{t('thisOne')}</Badge>}
              </p>
              <p className="text-sm text-ink-soft wrap-anywhere">
                {t('seen', { when: f.ago(session.last_seen_at), address: session.address })}
              </p>
            </div>
            {!session.current && (
              <Button
                size="sm"
                look="secondary"
                aria-label={t('endOf', { browser: browserName(session.user_agent) })}
                busy={end.isPending && end.variables.id === session.id}
                onClick={() => end.mutate(session)}
              >
                {t('end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {error && <Notice bad>{error.message}</Notice>}
      {items.length > 1 && (
        <Button look="secondary" className="justify-self-start" busy={endOthers.isPending} onClick={() => endOthers.mutate()}>
          {t('endOthers')}
        </Button>
      )}
    </div>
  );
}
