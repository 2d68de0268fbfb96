// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { TriangleAlert } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Markdown } from '@/ui/markdown';
import { messages } from './messages';
import type { Draft, Note } from './use-notes';

interface Props {
  mine: Draft;
  theirs: Note;
  onSettle: (how: 'mine' | 'theirs' | 'both') => void;
}

/// Two versions of a note beside each other, and what can be done.
export function Conflict({ mine, theirs, onSettle }: Props) {
  const t = useMessages(messages);
  return (
    <section role="alert" aria-label={t('conflict')} className="grid grid-cols-1 gap-4 rounded-lg border border-needed/50 bg-warn-soft p-4">
      <div className="flex items-start gap-2.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        <div>
          <h2 className="font-sans text-base font-semibold tracking-normal text-warn">{t('conflict')}</h2>
          <p className="text-sm">{t('conflictText')}</p>
        </div>
      </div>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {(
          [
            ['mine', mine],
            ['theirs', theirs],
          ] as const
        ).map(([whose, version]) => (
          <div key={whose} className="grid grid-cols-1 content-start gap-2 rounded-md bg-card p-3.5">
            <p className="text-xs font-semibold text-ink-soft">{t(whose)}</p>
            {version.title && <p className="font-semibold wrap-anywhere">{version.title}</p>}
            <Markdown text={version.body} top={3} className="max-h-72 overflow-y-auto text-sm" />
          </div>
        ))}
      </div>
      <div className="flex flex-wrap gap-2.5">
        <Button size="sm" onClick={() => onSettle('mine')}>
          {t('keepMine')}
        </Button>
        <Button size="sm" look="secondary" onClick={() => onSettle('theirs')}>
          {t('takeTheirs')}
        </Button>
        <Button size="sm" look="secondary" onClick={() => onSettle('both')}>
          {t('keepBoth')}
        </Button>
      </div>
    </section>
  );
}
