// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { ReactNode } from 'react';
import { useMessages } from '@/i18n/messages';
import { Tooltip } from '@/ui/tooltip';
import { Summary } from '@/ui/summary';
import { messages } from './messages';
import type { ChatMessage } from './use-chat';

type Citation = ChatMessage['citations'][number];

const mark = /\[([RSJTLP]\d{1,4})\]/;

/// A line of an answer with its citations as small numbers, which stand for the sources below it.
export function withCitations(line: string, citations: readonly Citation[], label: (source: string) => string): ReactNode {
  if (!mark.test(line)) return line;
  return line.split(mark).map((part, i) => {
    if (i % 2 === 0) return part;
    const at = citations.findIndex(({ id }) => id === part);
    const source = citations[at];
    // While the answer is being made its sources are not known yet.
    if (!source) return null;
    return (
      <Tooltip key={i} text={source.text}>
        <button
          type="button"
          aria-label={label(source.text)}
          className="mx-0.5 inline-flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-primary-soft px-1 align-super text-[0.7rem] leading-none font-semibold text-primary"
        >
          {at + 1}
        </button>
      </Tooltip>
    );
  });
}

/// What an answer rests on, as it was when it was made.
export function Sources({ citations }: { citations: readonly Citation[] }) {
  const t = useMessages(messages);
  if (citations.length === 0) return null;
  return (
    <details className="group text-sm text-ink-soft">
      <Summary>{t('sources', { count: citations.length })}</Summary>
      <ol className="mt-2 grid list-decimal grid-cols-1 gap-1.5 pl-6">
        {citations.map(({ id, kind, text }) => (
          <li key={id} className="wrap-anywhere">
            <span className="font-medium">{t(`source.${kind}`)}: </span>
            {text}
          </li>
        ))}
      </ol>
    </details>
  );
}
