// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChevronRight } from 'lucide-react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { LevelBar } from '@/ui/level-bar';
import { messages } from './messages';

function Evidence({ heading, evidence, none }: { heading: string; evidence: readonly Wire<'Evidence'>[]; none?: string }) {
  const said = useSaid();
  return (
    <div>
      <h4 className="text-xs font-semibold text-ink-soft">{heading}</h4>
      {evidence.length === 0 && <p className="mt-1 text-ink-soft">{none}</p>}
      {evidence.slice(0, 2).map((piece) => (
        <blockquote key={`${piece.start} ${piece.end} ${piece.because}`} className="mt-1.5 border-l-2 border-needed pl-3">
          <mark>{piece.text}</mark>
          {piece.because && <span className="block text-sm text-ink-soft" {...said(piece.because)} />}
        </blockquote>
      ))}
    </div>
  );
}

/// A requirement with its levels; opened, with the words of both texts.
export function RequirementRow({ requirement: r }: { requirement: Wire<'Requirement'> }) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <li className="border-b border-line last:border-0">
      <details className="group">
        <summary className="grid list-none grid-cols-[1fr_auto] items-center gap-x-5 gap-y-1.5 px-5 py-3.5 hover:bg-well/50 sm:grid-cols-[minmax(0,1fr)_13rem_6.5rem] sm:px-7 [&::-webkit-details-marker]:hidden">
          <span className="flex min-w-0 items-center gap-2 max-sm:flex-wrap">
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft transition-transform group-open:rotate-90" />
            <span lang="en" className="min-w-0 shrink font-medium wrap-break-word max-sm:max-w-[calc(100%-1.5rem)]">{r.name}</span>
            {r.need === 'nice' && (
              <span className="max-sm:basis-full max-sm:pl-6">
                <Badge>{t('nice')}</Badge>
              </span>
            )}
          </span>
          <span className="col-span-2 row-start-2 pl-6 sm:col-span-1 sm:col-start-2 sm:row-start-1 sm:pl-0">
            <LevelBar held={r.held?.value ?? null} needed={r.needed.value} />
          </span>
          <span className="col-start-2 row-start-1 text-right text-sm whitespace-nowrap font-semibold text-primary figures sm:col-start-3">
            {r.gain >= 0.05 && t('gain', { points: f.decimal(r.gain) })}
          </span>
        </summary>
        <div className="grid gap-5 px-5 pt-1 pb-5 sm:grid-cols-2 sm:px-7 sm:pl-13">
          <Evidence heading={t('inJob')} evidence={r.job_evidence} />
          <Evidence heading={t('inResume')} evidence={r.resume_evidence} none={t('notShown')} />
        </div>
      </details>
    </li>
  );
}
