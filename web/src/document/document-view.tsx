// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { type Block, type DocumentText, type Mention, type Piece, type Range, cutText } from './cut';
import { type Mark, markLook, marks } from './mark';
import { messages } from './messages';

export interface Focus {
  /// The skill that is looked at.
  skill: string | null;
  /// What stands out in the text.
  ranges: readonly Range[];
  /// The text scrolls there when the wish came from elsewhere.
  reveal: boolean;
}

interface Props {
  label: string;
  document: DocumentText;
  focus: Focus;
  markOf: (mention: Mention) => Mark;
  /// The skill of the list that a mention belongs to.
  skillOf: (mention: Mention) => string;
  onMention: (mention: Mention) => void;
}

const none: readonly Range[] = [];

/// A text with its mentions. They are one stop of the keyboard; arrows go from one to the next.
export function DocumentView({ label, document, focus, markOf, skillOf, onMention }: Props) {
  const t = useMessages(messages);
  const paper = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const ranges = focus.ranges.length > 0 ? focus.ranges : none;
  const blocks = useMemo(() => cutText(document, ranges), [document, ranges]);

  useEffect(() => {
    if (!focus.reveal) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const to = paper.current?.querySelector('[data-quoted]');
    to?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  }, [focus]);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const at = (event.target as HTMLElement).dataset.mention;
    if (step === undefined || at === undefined) return;
    event.preventDefault();
    const next = Math.min(document.mentions.length - 1, Math.max(0, Number(at) + step));
    setStop(next);
    paper.current?.querySelector<HTMLElement>(`[data-mention="${next}"]`)?.focus();
  };

  const draw = (piece: Piece) => {
    const mention = piece.mention === null ? undefined : document.mentions[piece.mention];
    if (!mention) return <PlainPiece key={piece.start} piece={piece} />;
    const mark = markOf(mention);
    const selected = skillOf(mention) === focus.skill;
    const act = () => {
      setStop(piece.mention ?? 0);
      onMention(mention);
    };
    return (
      <span
        key={piece.start}
        role="button"
        tabIndex={piece.mention === stop ? 0 : -1}
        aria-pressed={selected}
        aria-label={t('mentionLabel', { text: piece.text, skill: mention.skill_name, mark: t(`mark.${mark}`) })}
        data-mention={piece.mention}
        data-quoted={piece.quoted || undefined}
        onClick={act}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          act();
        }}
        className={cx(
          'rounded-sm box-decoration-clone px-0.5 transition-shadow hover:ring-2 hover:ring-needed/60',
          markLook[mark],
          (selected || piece.quoted) && 'ring-2 ring-needed',
        )}
      >
        {piece.text}
      </span>
    );
  };

  return (
    // The keys are those of the mentions inside.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={paper} onKeyDown={move}>
      <section aria-label={label} className="wrap-anywhere whitespace-pre-wrap [tab-size:4]">
        {blocks.map((block) => (
          <OneBlock key={block.start} block={block} draw={draw} pageLabel={(number) => t('page', { number })} />
        ))}
      </section>
    </div>
  );
}

function PlainPiece({ piece }: { piece: Piece }) {
  if (!piece.quoted) return piece.text;
  return (
    <span data-quoted className="rounded-sm box-decoration-clone bg-needed/15 underline decoration-needed decoration-2 underline-offset-4">
      {piece.text}
    </span>
  );
}

interface BlockProps {
  block: Block;
  draw: (piece: Piece) => React.ReactNode;
  pageLabel: (page: number) => string;
}

function OneBlock({ block, draw, pageLabel }: BlockProps) {
  return (
    <div className="not-first:mt-5">
      {block.page !== null && (
        <p className="mb-5 flex items-center gap-3 text-xs text-ink-faint before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
          {pageLabel(block.page)}
        </p>
      )}
      {block.heading.length > 0 && (
        <h3 className={cx('mb-1.5', block.section === 'title' ? 'font-display text-lg' : 'text-sm font-bold tracking-wide text-ink-soft')}>
          {block.heading.map(draw)}
        </h3>
      )}
      {block.body.length > 0 && <p className="text-wrap">{block.body.map(draw)}</p>}
    </div>
  );
}

/// What the looks of mentions mean; only those that occur.
export function MarkLegend({ document, markOf }: { document: DocumentText; markOf: (mention: Mention) => Mark }) {
  const t = useMessages(messages);
  const there = useMemo(() => new Set(document.mentions.map(markOf)), [document, markOf]);
  return (
    <ul aria-label={t('legend')} className="flex flex-wrap gap-x-4 gap-y-1.5 text-sm text-ink-soft">
      {marks
        .filter((mark) => there.has(mark))
        .map((mark) => (
          <li key={mark} className="flex items-center gap-2">
            <span aria-hidden className={cx('rounded-sm px-1.5 text-ink', markLook[mark])}>
              ab
            </span>
            {t(`mark.${mark}`)}
          </li>
        ))}
    </ul>
  );
}
