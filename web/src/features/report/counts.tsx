// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { messages } from './messages';
import type { Status } from './score-math';

/// How many requirements are missing, weak and matched. None is not said: a red 0 would look like something to do.
export function Counts({ counts }: { counts: Readonly<Record<Status, number>> }) {
  const t = useMessages(messages);
  return (
    <>
      {counts.missing > 0 && <Badge tone="bad">{t('countMissing', { count: counts.missing })}</Badge>}
      {counts.weak > 0 && <Badge tone="warn">{t('countWeak', { count: counts.weak })}</Badge>}
      {counts.matched > 0 && <Badge tone="good">{t('countMatched', { count: counts.matched })}</Badge>}
    </>
  );
}
