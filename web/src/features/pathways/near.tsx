// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';
import { type Occupation, pathwayAddress } from './use-pathways';

/// Occupations near one, as ways on.
export function Near({ occupations, resume }: { occupations: readonly Occupation[]; resume: string | null }) {
  const t = useMessages(messages);
  if (occupations.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 gap-y-1 border-t border-line pt-3 text-sm">
      <span className="text-ink-soft">{t('near')}</span>
      {occupations.map(({ code, name }) => (
        <Link key={code} lang="en" href={pathwayAddress({ code, resume })} className="font-medium text-primary hover:underline">
          {name}
        </Link>
      ))}
    </p>
  );
}
