// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { TriangleAlert } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Button } from './button';
import { messages } from './messages';
import type { Clash } from './use-draft';

interface Props<Fields> {
  clashes: readonly Clash<Fields>[];
  /// What a field is called, and how a value of it reads.
  nameOf: (field: keyof Fields & string) => string;
  show: (clash: Clash<Fields>) => string;
  onTake: (field: keyof Fields & string) => void;
}

/// Says that a thing was changed elsewhere while a form about it was filled in, and lets choose where both have changed
/// the same: what stands in the form stays unless the other is taken.
export function Clashes<Fields>({ clashes, nameOf, show, onTake }: Props<Fields>) {
  const t = useMessages(messages);
  return (
    <section role="alert" aria-label={t('changedElsewhere')} className="grid gap-3 rounded-lg border border-needed/50 bg-warn-soft p-4">
      <div className="flex items-start gap-2.5">
        <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        <div>
          <h3 className="font-sans text-base font-semibold tracking-normal text-warn">{t('changedElsewhere')}</h3>
          <p className="text-sm">{t(clashes.length > 0 ? 'clashText' : 'mergedText')}</p>
        </div>
      </div>
      {clashes.length > 0 && (
        <ul className="grid gap-2">
          {clashes.map((clash) => (
            <li key={clash.field} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 rounded-md bg-card px-3.5 py-2.5">
              <div>
                <p className="text-xs font-semibold text-ink-soft">{nameOf(clash.field)}</p>
                <p className="line-clamp-4 text-sm wrap-anywhere whitespace-pre-line">{show(clash) || t('nothingThere')}</p>
              </div>
              <Button size="sm" look="secondary" aria-label={`${t('takeThis')}: ${nameOf(clash.field)}`} onClick={() => onTake(clash.field)}>
                {t('takeThis')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
