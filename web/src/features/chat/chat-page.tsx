// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { keepFocusOfOpen } from '@/shell/use-kept-focus';
import { Button, ButtonLink } from '@/ui/button';
import { cx } from '@/ui/cx';
import { PageHeader } from '@/ui/page-header';
import { Skeleton, SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { ChatHead } from './chat-head';
import { Conversation } from './conversation';
import { messages } from './messages';
import { useChats } from './use-chat';

/// The address says which chat is open (id), or what a new one is about (job).
export function ChatPage() {
  const t = useMessages(messages);
  const f = useFormat();
  const router = useRouter();
  const parameters = useSearchParams();
  const asked = parameters.get('id');
  const makesNew = parameters.has('new') || parameters.has('job');
  // One that is about to be deleted is not read again.
  const [deleted, setDeleted] = useState<string | null>(null);
  const id = asked === deleted ? null : asked;
  const chats = useChats();
  const open = useQuery({ ...get('/api/chats/{chat_id}', { params: { path: { chat_id: id ?? '' } } }), enabled: id !== null });
  const shown = chats.data?.pages.flatMap((page) => page.items) ?? [];
  const isOpen = id !== null || makesNew;
  const made = (chat: string) => router.replace(`/chat?id=${chat}`);
  const gone = () => {
    keepFocusOfOpen();
    setDeleted(id);
    router.replace('/chat');
  };
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {shown.length > 0 && (
          <ButtonLink href="/chat?new">
            <Plus aria-hidden />
            {t('new')}
          </ButtonLink>
        )}
      </PageHeader>
      {chats.isPending && <SkeletonList label={t('loading')} row="h-16" />}
      {chats.isError && <ErrorState error={chats.error} onRetry={() => void chats.refetch()} />}
      {chats.isSuccess && (
        <div className={cx('grid grid-cols-1 items-start gap-6', shown.length > 0 && 'lg:grid-cols-[17rem_minmax(0,1fr)]')}>
          {shown.length > 0 && (
            <div className={cx('grid grid-cols-1 gap-2', isOpen && 'max-lg:hidden')}>
              <ul aria-label={t('chats')} className="grid grid-cols-1 gap-1">
                {shown.map((chat) => (
                  <li key={chat.id}>
                    <Link
                      href={`/chat?id=${chat.id}`}
                      onClick={() => setDeleted(null)}
                      aria-current={chat.id === id ? 'true' : undefined}
                      className={cx(
                        'grid grid-cols-1 rounded-md px-3.5 py-2.5 transition-colors',
                        chat.id === id ? 'bg-primary-soft text-primary' : 'hover:bg-well',
                      )}
                    >
                      <span className="truncate font-medium" title={chat.title}>{chat.title || t('untitled')}</span>
                      <span className="text-xs text-ink-soft">{f.ago(chat.updated_at)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
              {chats.hasNextPage && (
                <Button look="secondary" busy={chats.isFetchingNextPage} onClick={() => void chats.fetchNextPage()}>
                  {t('more')}
                </Button>
              )}
            </div>
          )}
          {id !== null && open.isSuccess && (
            <Conversation key={id} chat={open.data} head={<ChatHead chat={open.data} onGone={gone} />} startJob={null} onMade={made} />
          )}
          {id !== null && open.isPending && <Skeleton className="h-96 w-full rounded-lg" />}
          {id !== null && open.isError && <ErrorState error={open.error} onRetry={() => void open.refetch()} />}
          {id === null && (makesNew || shown.length === 0) && (
            <Conversation key="new" chat={null} head={<ChatHead chat={null} onGone={gone} />} startJob={parameters.get('job')} onMade={made} />
          )}
          {!isOpen && shown.length > 0 && (
            <p className="grid min-h-64 place-items-center rounded-lg border border-dashed border-line-strong/50 p-6 text-center text-ink-soft max-lg:hidden">
              {t('chooseOne')}
            </p>
          )}
        </div>
      )}
    </>
  );
}
