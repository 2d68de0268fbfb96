// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { MessagesSquare } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Card } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { Composer } from './composer';
import { Context } from './context';
import { Given } from './given';
import { messages } from './messages';
import { ModelNotice } from './model-notice';
import { Said } from './said';
import { useAsk } from './use-ask';
import { type Chat, type Kind, useChangeChat, useChatMessages, useGap, useModel } from './use-chat';
import { WhichResume } from './which-resume';

const usual: readonly Kind[] = ['report', 'resume', 'job', 'plan'];

interface Props {
  chat: Chat | null;
  /// Above: its name and what can be done with it.
  head: ReactNode;
  /// What a new one is about.
  startJob: string | null;
  onMade: (id: string) => void;
}

export function Conversation({ chat, head, startJob, onMade }: Props) {
  const t = useMessages(messages);
  const query = useChatMessages(chat?.id ?? null);
  const { live, failed, ask, again, stop } = useAsk(onMade);
  const change = useChangeChat();
  const model = useModel();
  const [newJob, setNewJob] = useState(startJob);
  const [newResume, setNewResume] = useState<string | null>(null);
  const [newContext, setNewContext] = useState(usual);
  const end = useRef<HTMLDivElement>(null);
  const job = chat ? chat.job_id : newJob;
  const resume = chat ? chat.resume_id : newResume;
  const context = chat ? chat.context : newContext;
  const said = query.data ?? [];
  const length = said.length + (live === null ? 0 : 1 + live.text.length);
  useEffect(() => {
    if (length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [length]);
  const gap = useGap(job, resume);
  const busy = live !== null && !live.stopped;
  const error = failed?.error ?? change.error;
  return (
    <Card flush className="flex min-h-[max(24rem,calc(100dvh-17rem))] flex-col lg:h-[calc(100dvh-15rem)] lg:min-h-[32rem]">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5">
        {head}
        <Context
          job={job}
          onChange={(id) => {
            if (chat) change.mutate({ chat, job_id: id });
            else setNewJob(id);
          }}
        />
        <WhichResume
          resume={resume}
          onChange={(id) => {
            if (chat) change.mutate({ chat, resume_id: id });
            else setNewResume(id);
          }}
        />
      </div>
      {model && model.source !== 'none' && (
        <Given
          chat={chat?.id ?? null}
          chosen={context}
          onChange={(chosen) => {
            if (chat) change.mutate({ chat, context: chosen });
            else setNewContext(chosen);
          }}
        />
      )}
      {/* What scrolls has to take the focus, so that the keyboard can scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="log" aria-label={t('messages')} tabIndex={0} className="min-h-0 grow overflow-y-auto p-4 focus-visible:-outline-offset-2">
        <div className="grid grid-cols-1 gap-4">
          {model && <ModelNotice model={model} />}
          {chat && query.isPending && <Skeleton className="h-32 w-2/3 rounded-xl" />}
          {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
          {length === 0 && !query.isFetching && (
            <div className="grid justify-items-center gap-1.5 px-4 py-8 text-center max-sm:hidden">
              <span className="mb-1 grid size-12 place-items-center rounded-full bg-primary-soft text-primary">
                <MessagesSquare aria-hidden className="size-5" />
              </span>
              <p className="font-display text-lg font-semibold">{t('startTitle')}</p>
              <p className="max-w-sm text-sm text-ink-soft">{t('startText')}</p>
            </div>
          )}
          <Said said={said} live={live} job={job} onAgain={(question, before) => void again(question, before)} />
          {error && (
            <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
              {error.message}
            </p>
          )}
          <div ref={end} />
        </div>
      </div>
      <Composer
        key={failed?.asked}
        busy={busy}
        failed={failed?.asked ?? ''}
        gap={gap}
        onAsk={(content) => void ask({ chat, job, resume, context }, content)}
        onStop={stop}
      />
    </Card>
  );
}
