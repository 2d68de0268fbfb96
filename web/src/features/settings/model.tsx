// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { type Kept, ModelForm } from '@/model/model-form';
import { Notice } from '@/ui/notice';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { ModelReading } from './model-reading';
import { ModelUsage } from './model-usage';

const path = '/api/settings/model';

/// One's own, as far as there is one.
function own({ source, base_url, model, has_key, key_hint, version }: Wire<'ModelSettings'>): Kept {
  return { version, stored: source === 'own' ? { base_url: base_url ?? '', model: model ?? '', has_key, key_hint } : null };
}

/// Which language model answers in chats, and one of one's own in its place.
export function Model() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const settings = useQuery(get(path));
  if (settings.isError) return <Notice bad>{settings.error.message}</Notice>;
  if (!settings.data) return <Skeleton className="h-32 w-full rounded-lg" />;
  const { source, model, host, own_allowed: allowed } = settings.data;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-sm">{t(`model.${source}`, { model: model ?? '', host: host ?? '' })}</p>
      {source !== 'none' && <ModelReading now={settings.data} />}
      {allowed ? (
        <ModelForm
          now={own(settings.data)}
          canTry={source !== 'none'}
          onSave={async (body, header) => own(await ok(api.PUT(path, { params: { header }, body })))}
          onRemove={(header) => ok(api.DELETE(path, { params: { header } }))}
          onTry={() => ok(api.POST(`${path}/check`))}
          onSettled={() => invalidate(client, path)}
        />
      ) : (
        <p className="text-sm text-ink-soft">{t('modelNotAllowed')}</p>
      )}
      <ModelUsage />
    </div>
  );
}
