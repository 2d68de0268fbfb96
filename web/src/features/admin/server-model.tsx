// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { ModelForm } from '@/model/model-form';
import { Card } from '@/ui/card';
import { SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';

const path = '/api/admin/model';

/// The language model for everybody: which is in use and who named it, and the one that is set up here.
export function ServerModel() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const found = useQuery(get(path));
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonList label={t('loading')} row="h-40" />;
  const { source, model, host } = found.data;
  return (
    <Card aria-label={t('model')} className="grid max-w-3xl grid-cols-1 gap-4 sm:p-6">
      <p className="text-sm text-ink-soft">{t('modelLead')}</p>
      <p className="font-semibold wrap-anywhere">{t(`modelBy.${source}`, { model: model ?? '', host: host ?? '' })}</p>
      {source === 'configuration' && <p className="text-sm">{t('modelConfigured')}</p>}
      <p className="text-sm text-ink-soft">{t('modelHere')}</p>
      <ModelForm
        now={found.data}
        canTry={source !== 'none'}
        onSave={(body, header) => ok(api.PUT(path, { params: { header }, body }))}
        onRemove={(header) => ok(api.DELETE(path, { params: { header } }))}
        onTry={() => ok(api.POST(`${path}/check`))}
        onSettled={() => invalidate(client, path, '/api/settings/model', '/api/admin/health')}
      />
    </Card>
  );
}
