// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMemo, useState } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { messages as details } from './details/messages';
import { sentenceAround } from './sentence';
import type { Evidence } from './use-report';

const first = 3;

interface Props {
  title: string;
  /// Name of the document.
  source: string;
  evidence: readonly Evidence[];
  /// Its text; null when it is not there (any more): then only the words themselves are shown.
  bytes: Uint8Array | null;
  loading: boolean;
  none?: string;
}

/// The sentences of one document, the words that count marked.
export function EvidenceColumn({ title, source, evidence, bytes, loading, none }: Props) {
  const d = useMessages(details);
  const [all, setAll] = useState(false);
  const shown = all ? evidence : evidence.slice(0, first);
  return (
    <section aria-label={title} className="min-w-0">
      <h4 className="font-semibold">{title}</h4>
      <p className="truncate text-sm text-ink-soft">{source}</p>
      {evidence.length === 0 && <p className="mt-3 rounded-md border border-dashed border-line-strong/60 px-4 py-3 text-ink-soft">{none}</p>}
      <ul className="mt-3 grid gap-4">
        {shown.map((piece) => (
          <li key={`${piece.start} ${piece.end} ${piece.shows}`}>
            {loading ? <Skeleton className="h-12" /> : <Quote piece={piece} bytes={bytes} />}
          </li>
        ))}
      </ul>
      {evidence.length > first && !all && (
        <Button look="quiet" size="sm" className="mt-2 -ml-3" onClick={() => setAll(true)}>
          {d('moreEvidence', { count: evidence.length - first })}
        </Button>
      )}
    </section>
  );
}

function Quote({ piece, bytes }: { piece: Evidence; bytes: Uint8Array | null }) {
  const d = useMessages(details);
  const f = useFormat();
  const said = useSaid();
  const sentence = useMemo(() => (bytes ? sentenceAround(bytes, piece) : null), [bytes, piece]);
  return (
    <figure>
      <blockquote className="border-l-2 border-needed pl-3.5 leading-6 wrap-anywhere">
        {sentence ? (
          <>
            {sentence.before}
            <mark>{sentence.marked}</mark>
            {sentence.after}
          </>
        ) : (
          <mark>{piece.text}</mark>
        )}
      </blockquote>
      <figcaption className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-1 pl-3.5 text-xs text-ink-soft">
        <Badge tone={piece.shows === 'named' ? 'good' : 'plain'}>{d(`shows.${piece.shows}`)}</Badge>
        <span>{d('certain', { certainty: f.percent(piece.certainty) })}</span>
        <span>{d('page', { page: piece.page })}</span>
        {piece.because && <span className="basis-full text-sm" {...said(piece.because)} />}
      </figcaption>
    </figure>
  );
}
