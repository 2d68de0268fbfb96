// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { RotateCw, Unplug } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { messages } from './messages';

/// In place of a page whose code failed.
export function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useMessages(messages);
  return (
    <div role="alert" className="mx-auto grid max-w-xl justify-items-center gap-4 px-6 py-20 text-center">
      <Unplug aria-hidden className="size-9 text-bad" />
      <h1 className="text-2xl">{t('broken')}</h1>
      <p className="text-ink-soft">{t('brokenText')}</p>
      <Button look="secondary" onClick={onRetry}>
        <RotateCw aria-hidden />
        {t('reload')}
      </Button>
    </div>
  );
}
