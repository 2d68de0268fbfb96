// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearchParams } from 'next/navigation';
import { api, get, ok } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

const path = '/api/auth/ways';

/// Whether the address is proved to be the person's, and the way to prove it.
export function Address() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const token = useSearchParams().get('verify');
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  const ways = useQuery(get(path));
  const send = useMutation({ mutationFn: () => ok(api.POST('/api/auth/verifications')) });
  const prove = useMutation({
    mutationFn: () => ok(api.PUT('/api/auth/verifications', { body: { token: token ?? '' } })),
    onSuccess: () => invalidate(client, path),
  });
  if (!ways.data || !about.data) return null;
  const proved = ways.data.email_verified;
  if (!proved && !about.data.sends_mail) return null;
  const error = prove.error ?? send.error;
  return (
    <div className="grid grid-cols-1 justify-items-start gap-3">
      <Badge tone={proved ? 'good' : 'warn'}>{t(proved ? 'addressProved' : 'addressOpen')}</Badge>
      {error && <Notice bad>{error.message}</Notice>}
      {send.isSuccess && !proved && <Notice>{t('addressSent')}</Notice>}
      {!proved && (
        <div className="flex flex-wrap gap-3">
          {token && !prove.isError && (
            <Button busy={prove.isPending} onClick={() => prove.mutate()}>
              {t('addressProve')}
            </Button>
          )}
          <Button look="secondary" busy={send.isPending} onClick={() => send.mutate()}>
            {t('addressSend')}
          </Button>
        </div>
      )}
    </div>
  );
}
