// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CircleHelp } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Popover } from '@/ui/popover';
import { ScoreBar } from '@/ui/score';
import { messages } from './messages';

/// What a fit is and what it does not see.
export function FitAbout() {
  const t = useMessages(messages);
  return (
    <Popover
      label={t('fitAbout')}
      trigger={
        <IconButton label={t('fitAbout')}>
          <CircleHelp aria-hidden />
        </IconButton>
      }
    >
      <h2 className="font-sans text-base font-semibold tracking-normal">{t('fit')}</h2>
      <p className="mt-1.5 text-sm">{t('fitSays')}</p>
      <p className="mt-2 text-sm text-ink-soft">{t('fitLeaves')}</p>
    </Popover>
  );
}

/// The fit of a row; nothing where there is none.
export function Fit({ fit }: { fit: number | null }) {
  const t = useMessages(messages);
  if (fit === null) return null;
  return (
    <span className="flex items-center gap-2.5">
      <span className="text-xs text-ink-soft">{t('fit')}</span>
      <ScoreBar score={fit} />
    </span>
  );
}
