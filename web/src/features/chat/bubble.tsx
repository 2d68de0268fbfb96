// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { NotebookPen, RotateCcw } from 'lucide-react';
import Link from 'next/link';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Markdown } from '@/ui/markdown';
import { messages } from './messages';
import { Proposals } from './proposals';
import { Sources, withCitations } from './sources';
import { type ChatMessage, useKeep } from './use-chat';

export function Question({ text }: { text: string }) {
  const t = useMessages(messages);
  return (
    <div className="max-w-[85%] justify-self-end rounded-xl rounded-br-sm bg-primary-soft px-4 py-2.5">
      <span className="sr-only">{t('you')}: </span>
      <p className="whitespace-pre-line wrap-anywhere">{text}</p>
    </div>
  );
}

const bubble = 'rounded-xl rounded-bl-sm border border-line bg-card px-4 py-3 shadow-card';

/// An answer that is being made.
export function Growing({ text, stopped }: { text: string; stopped: boolean }) {
  const t = useMessages(messages);
  return (
    <div aria-busy={!stopped} aria-label={t('answering')} role="group" className="grid max-w-[92%] grid-cols-1 gap-2 justify-self-start">
      <div className={bubble}>
        {text === '' ? (
          <span className="animate-breathe text-ink-soft">{t('thinking')}</span>
        ) : (
          <Markdown text={text} mark={(line) => withCitations(line, [], String)} />
        )}
      </div>
    </div>
  );
}

interface Props {
  message: ChatMessage;
  /// What it answers: the title when it is kept.
  question: string;
  job: string | null;
  /// Has the question answered anew; absent where that cannot be.
  onAgain: (() => void) | undefined;
}

/// How it came about, where that is not the usual way.
function Origin({ message }: { message: ChatMessage }) {
  const t = useMessages(messages);
  return (
    <>
      {message.state === 'partial' && <Badge tone="warn">{t('partial')}</Badge>}
      {message.state === 'fallback' && <Badge tone="warn">{t('fallback')}</Badge>}
      {message.model !== null && message.state !== 'fallback' && <span className="text-xs text-ink-soft">{message.model}</span>}
      {message.dropped_citations > 0 && (
        <span className="text-xs text-ink-soft">{t('dropped', { count: message.dropped_citations })}</span>
      )}
    </>
  );
}

export function Answer({ message, question, job, onAgain }: Props) {
  const t = useMessages(messages);
  const keep = useKeep();
  return (
    <div className="grid max-w-[92%] grid-cols-1 gap-2 justify-self-start">
      <div className={bubble}>
        <span className="sr-only">{t('headway')}: </span>
        <Markdown text={message.content} mark={(line) => withCitations(line, message.citations, (source) => t('sourceOf', { source }))} />
      </div>
      <Sources citations={message.citations} />
      <Proposals message={message} />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Origin message={message} />
        {keep.isSuccess ? (
          <p role="status" className="text-sm text-ink-soft">
            {t('kept')}{' '}
            <Link href={`/notes?id=${keep.data.id}`} className="font-medium text-primary underline underline-offset-3">
              {t('openNote')}
            </Link>
          </p>
        ) : (
          <Button look="quiet" size="sm" busy={keep.isPending} onClick={() => keep.mutate({ message, title: question, job })}>
            <NotebookPen aria-hidden />
            {t('keep')}
          </Button>
        )}
        {onAgain && (
          <Button look="quiet" size="sm" onClick={onAgain}>
            <RotateCcw aria-hidden />
            {t('again')}
          </Button>
        )}
      </div>
      {keep.isError && (
        <p role="alert" className="text-sm font-medium text-bad">
          {keep.error.message}
        </p>
      )}
    </div>
  );
}
