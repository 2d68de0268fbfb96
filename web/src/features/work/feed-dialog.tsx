// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Secret } from '@/ui/secret';
import { messages } from './messages';

const path = '/api/calendar-feed';

/// The tasks in another calendar: make the address, see it once, revoke it.
export function FeedDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const feed = useQuery(get(path)).data;
  const again = { onSettled: () => invalidate(client, path) };
  const make = useMutation({ mutationFn: () => ok(api.POST(path)), ...again });
  const revoke = useMutation({
    mutationFn: () => ok(api.DELETE(path)),
    onSuccess: () => make.reset(),
    ...again,
  });
  const error = make.error ?? revoke.error;
  return (
    <Dialog open title={t('feedTitle')} onClose={onClose}>
      <div className="grid grid-cols-1 gap-4">
        <p className="text-ink-soft">{t('feedText')}</p>
        {error && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {error.message}
          </p>
        )}
        {make.data && <Secret label={t('feedAddress')} value={make.data.url} />}
        {feed?.exists && !make.data && feed.created_at && <p>{t('feedSince', { when: f.time(feed.created_at) })}</p>}
        <div className="flex flex-wrap gap-2.5">
          {!make.data && (
            <Button busy={make.isPending} onClick={() => make.mutate()}>
              {t(feed?.exists ? 'feedRenew' : 'feedMake')}
            </Button>
          )}
          {feed?.exists && (
            <Button look="secondary" busy={revoke.isPending} onClick={() => revoke.mutate()}>
              {t('feedRevoke')}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
