// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Info } from 'lucide-react';
import Link from 'next/link';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

/// Who answers, and where what is asked goes.
export function ModelNotice({ model }: { model: Wire<'ModelSettings'> }) {
  const t = useMessages(messages);
  return (
    <p className="flex items-start gap-2.5 rounded-lg bg-note-soft px-4 py-3 text-sm">
      <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-note" />
      <span>
        {model.source === 'none' ? t('noModel') : t('asksModel', { model: model.model ?? '', host: model.host ?? '' })}{' '}
        {model.own_allowed && (
          <Link href="/settings#model" className="font-medium text-primary underline underline-offset-3">
            {t(model.source === 'none' ? 'setUpModel' : 'changeModel')}
          </Link>
        )}
      </span>
    </p>
  );
}
