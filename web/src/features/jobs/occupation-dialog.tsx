// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { useDebounced } from '@/ui/use-debounced';
import { messages } from './messages';
import { also } from './use-jobs';

/// Chooses another occupation: one that fits too, or any by its title.
export function OccupationDialog({ found, onClose }: { found: Wire<'JobOccupation'>; onClose: () => void }) {
  const t = useMessages(messages);
  const client = useQueryClient();
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  const search = useQuery({ ...get('/api/occupations', { params: { query: { q, limit: 10 } } }), enabled: q !== '', placeholderData: (before) => before });
  const params = { path: { job_id: found.job_id }, header: ifMatch(found) };
  const change = useMutation({
    mutationFn: (code: string | null) =>
      code === null
        ? ok(api.DELETE('/api/jobs/{job_id}/occupation', { params }))
        : ok(api.PUT('/api/jobs/{job_id}/occupation', { params, body: { code } })),
    onSuccess: onClose,
    onSettled: () => invalidate(client, ...also),
  });
  return (
    <Dialog open title={t('occupationTitle')} onClose={onClose}>
      <div className="grid min-h-80 content-start gap-5">
        <Field label={t('occupationSearch')} hint={t('occupationHint')} error={change.error?.message}>
          <Combobox
            data-autofocus
            text={text}
            onText={setText}
            choices={(search.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name, hint: id.startsWith('esco:') ? 'ESCO' : id }))}
            searching={search.isFetching}
            onChoose={({ value }) => change.mutate(value)}
          />
        </Field>
        {found.others.length > 0 && (
          <div>
            <h3 className="text-sm text-ink-soft">{t('occupationOthers')}</h3>
            <ul className="mt-2 grid gap-1.5">
              {found.others.map(({ code, name }) => (
                <li key={code}>
                  <Button look="secondary" className="h-auto min-h-10 w-full justify-between py-2 text-left whitespace-normal" busy={change.isPending} onClick={() => change.mutate(code)}>
                    <span lang="en">{name}</span>
                    <span className="text-sm font-normal text-ink-soft">{code.startsWith('esco:') ? 'ESCO' : code}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
        {found.chosen && (
          <Button look="quiet" className="justify-self-start" busy={change.isPending} onClick={() => change.mutate(null)}>
            <Undo2 aria-hidden />
            {t('occupationReset')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
