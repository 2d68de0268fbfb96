// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { RotateCw } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { messages } from './messages';
import { useAddressCheck } from './use-advice';
import { type Item, isVerified } from './use-plan';

/// What came of looking at the address of an item that a model proposed, and the way to look again.
function AddressState({ item }: { item: Item }) {
  const t = useMessages(messages);
  const f = useFormat();
  const said = useSaid();
  const { start, working, error } = useAddressCheck(item.id);
  const when = item.url_checked_at ? f.time(item.url_checked_at) : '';
  return (
    <div className="grid gap-2 text-sm text-ink-soft">
      {isVerified(item) ? (
        <p>{t('answers', { host: item.url_host ?? '', when })}</p>
      ) : (
        <>
          <p className="font-mono text-xs wrap-anywhere">{item.url}</p>
          <p>
            {item.url_state === 'unchecked' ? t('unchecked') : t('unreachable', { when })}{' '}
            {item.url_note && <span {...said(item.url_note)} />}
          </p>
          <Button
            look="secondary"
            size="sm"
            className="justify-self-start"
            busy={working}
            aria-label={t('checkAgainOf', { title: item.title })}
            onClick={() => start()}
          >
            <RotateCw aria-hidden />
            {t('checkAgain')}
          </Button>
        </>
      )}
      {error && (
        <p role="alert" className="font-medium text-bad">
          {error.message}
        </p>
      )}
    </div>
  );
}

/// What a language model says of an item, as its words and not as ours.
export function ModelPart({ item }: { item: Item }) {
  const t = useMessages(messages);
  if (item.model_words === null && item.source === 'corpus') return null;
  return (
    <div className="mt-3 grid gap-2">
      {item.model_words !== null && (
        <figure className="border-l-2 border-note pl-3 text-sm">
          <figcaption className="text-xs font-semibold text-note wrap-anywhere">
            {t('modelSays', { model: item.model ?? '' })}
          </figcaption>
          <blockquote className="mt-0.5 wrap-anywhere">{item.model_words}</blockquote>
        </figure>
      )}
      {item.source === 'model' && <AddressState item={item} />}
    </div>
  );
}
