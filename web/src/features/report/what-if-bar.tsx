// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { MoveRight } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { messages } from './messages';
import type { Supposition } from './score-math';
import type { Content } from './use-report';

interface Props {
  content: Content;
  supposition: Supposition;
  changes: number;
  onReset: () => void;
}

/// Before and after, in sight while one moves the sliders.
export function WhatIfBar({ content, supposition, changes, onReset }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const change = supposition.score - content.score;
  return (
    <div className="sticky top-16 z-10 border-y border-line bg-primary-soft px-4 py-3 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <p className="flex items-center gap-2.5 font-display text-xl font-semibold figures" aria-live="polite">
          <span className="sr-only">{t('whatIfScore', { before: f.decimal(content.score), after: f.decimal(supposition.score) })}</span>
          <span aria-hidden className="contents">
            {f.decimal(content.score)} <MoveRight className="size-5 text-ink-soft" /> {f.decimal(supposition.score)}
            {changes > 0 && <span className="font-sans text-sm text-primary">{f.signed(change)}</span>}
          </span>
        </p>
        {changes > 0 ? (
          <Button look="quiet" size="sm" onClick={onReset}>
            {t('reset')}
          </Button>
        ) : (
          <p className="text-sm text-ink-soft">{t('whatIfHint')}</p>
        )}
      </div>
      <div aria-hidden className="relative mt-2 h-2 overflow-hidden rounded-full bg-card">
        <div className="absolute inset-y-0 left-0 bg-held/45 transition-[width] duration-200" style={{ width: `${supposition.score}%` }} />
        <div className="absolute inset-y-0 left-0 bg-held" style={{ width: `${Math.min(content.score, supposition.score)}%` }} />
      </div>
    </div>
  );
}
