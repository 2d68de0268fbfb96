// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { messages } from './messages';
import type { Pathway } from './use-pathways';

/// What a closeness is the sum of: points of each part, out of what it counts for; `why` adds the reason.
export function Parts({ parts, why }: { parts: Pathway['parts']; why?: boolean }) {
  const t = useMessages(messages);
  const f = useFormat();
  const said = useSaid();
  return (
    <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-3 sm:grid-rows-[auto_auto] sm:gap-y-0">
      {parts.map(({ part, weight, share, points, because }) => (
        <div key={part} className="min-w-0 sm:row-span-2 sm:grid sm:grid-rows-subgrid">
          <dt className="flex items-baseline justify-between gap-3 text-sm">
            <span className="font-semibold">{t(`part.${part}`)}</span>
            <span className="whitespace-nowrap text-ink-soft figures">
              {share === null ? t('partUnknown') : t('partPoints', { points: f.decimal(points), most: f.number(100 * weight) })}
            </span>
          </dt>
          <dd>
            <span aria-hidden className="mt-1.5 block h-1.5 overflow-hidden rounded-full bg-well">
              <span className="block h-full rounded-full bg-held" style={{ width: `${100 * (share ?? 0)}%` }} />
            </span>
            {why && <p className="mt-1.5 text-sm text-ink-soft wrap-anywhere" {...said(because)} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
