// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ExternalLink } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { messages } from './messages';
import { type Item, isVerified } from './use-plan';

/// Where an item lies: a link, or only its text while nobody knows whether there is anything.
export function ItemAddress({ item }: { item: Item }) {
  const t = useMessages(messages);
  if (!isVerified(item))
    return (
      <>
        <span>{item.publisher}</span>
        <Badge tone="warn">{t('unverified')}</Badge>
      </>
    );
  return (
    <a
      href={item.url}
      target="_blank"
      rel="noopener noreferrer"
      className="inline-flex items-center gap-1 font-medium text-primary underline decoration-primary/40 underline-offset-3 wrap-anywhere hover:decoration-primary"
    >
      {item.publisher}
      <ExternalLink aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">{t('leaves')}</span>
    </a>
  );
}
