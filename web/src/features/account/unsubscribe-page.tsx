// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { api, ok } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { PlainCard } from './account-card';
import { BackToSignIn } from './forgot-page';
import { messages } from './messages';
import { FormNotice } from './notice';

/// Ends reminders and digests for whoever a letter's link names, signed in or not.
export function UnsubscribePage() {
  const t = useMessages(messages);
  const token = useSearchParams().get('token') ?? '';
  const stop = useMutation({
    meta: { quiet: true },
    mutationFn: () => ok(api.POST('/api/mail/unsubscribe', { params: { query: { token } } })),
  });
  return (
    <PlainCard title={t('unsubscribe')} lead={t('unsubscribeLead')} footer={<BackToSignIn />}>
      {stop.isSuccess ? (
        <p role="status" className="font-medium">
          {t('unsubscribeDone')}
        </p>
      ) : (
        <div className="grid gap-5">
          <FormNotice text={stop.error ? stop.error.message : null} />
          <Button size="lg" busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('unsubscribeDo')}
          </Button>
        </div>
      )}
    </PlainCard>
  );
}
