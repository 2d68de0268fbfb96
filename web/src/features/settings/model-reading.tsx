// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { Checkbox } from '@/ui/checkbox';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

/// Whether the model reads documents beside the rules.
export function ModelReading({ now }: { now: Wire<'ModelSettings'> }) {
  const t = useMessages(messages);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (on: boolean) => ok(api.PUT('/api/settings/model/reading', { params: { header: ifMatch(now) }, body: { on } })),
    onSettled: () => invalidate(client, '/api/settings/model', '/api/gap-reports', '/api/gap'),
  });
  const on = change.isPending ? change.variables : now.reads_documents;
  return (
    <div className="grid grid-cols-1 gap-1">
      <Checkbox checked={on} onChange={(event) => change.mutate(event.target.checked)}>
        {t('modelReads')}
      </Checkbox>
      <p className="max-w-2xl text-sm text-ink-soft">{t('modelReadsHint', { host: now.host ?? '' })}</p>
      {change.isError && <Notice bad>{change.error.message}</Notice>}
    </div>
  );
}
