// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { sourceName } from '@/i18n/job-sources';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { messages } from './messages';
import type { SourceCount } from './use-fetching';

/// What each board gave, and why not more. After a mere look nothing is new or there already.
export function SourceList({ sources, looked }: { sources: readonly SourceCount[]; looked?: boolean }) {
  const t = useMessages(messages);
  const said = useSaid();
  return (
    <ul aria-label={t('sourcesOf')} className="grid gap-2.5 text-sm">
      {sources.map(({ source, found, added, duplicates, refused, reason }) => {
        const counts = [
          t('found', { count: found }),
          !looked && t('new', { count: added }),
          !looked && t('duplicates', { count: duplicates }),
          refused > 0 && t('refused', { count: refused }),
        ];
        return (
          <li key={source}>
            <p className="flex flex-wrap gap-x-2.5">
              <span className="font-semibold">{sourceName(source) ?? t('page')}</span>
              <span className="text-ink-soft figures">{counts.filter(Boolean).join(' · ')}</span>
            </p>
            {reason && (
              <ul className="mt-0.5 border-l-2 border-warn/50 pl-2.5 text-ink-soft wrap-anywhere">
                {reason.split('\n').map((line) => (
                  <li key={line} {...said(line)} />
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ul>
  );
}
