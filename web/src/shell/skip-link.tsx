// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

/// The first thing the Tab key reaches.
export function SkipLink() {
  const t = useMessages(messages);
  return (
    <a
      href="#content"
      className="z-50 sr-only rounded-full bg-primary px-4 py-2 font-semibold text-on-primary focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:px-4 focus:py-2"
    >
      {t('skip')}
    </a>
  );
}
