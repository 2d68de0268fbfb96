// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Combobox } from '@/ui/combobox';
import { Dialog } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { useDebounced } from '@/ui/use-debounced';
import { messages as details } from './details/messages';
import { messages } from './messages';
import { type Content, type Report, useChooseOccupation } from './use-report';

interface Props {
  report: Report;
  content: Content;
  onClose: () => void;
}

/// One of those that fit, or any other by its title.
export function ChooseOccupation({ report, content, onClose }: Props) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const f = useFormat();
  const choose = useChooseOccupation(report);
  const now = useQuery(get('/api/jobs/{job_id}/occupation', { params: { path: { job_id: report.job_id } } }));
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  const search = useQuery({ ...get('/api/occupations', { params: { query: { q, limit: 8 } } }), enabled: q.length > 1 });
  const seen = now.data;
  const use = (code: string | null) => seen && choose.mutate({ code, seen }, { onSuccess: onClose });
  const others = content.other_occupations.filter(({ code }) => code !== content.occupation?.code);
  return (
    <Dialog open title={t('changeOccupation')} onClose={onClose}>
      <p className="text-ink-soft">{d('occupationMatters')}</p>
      {choose.error && <p role="alert" className="mt-3 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">{choose.error.message}</p>}
      {others.length > 0 && (
        <ul aria-label={d('others')} className="mt-4 grid gap-1">
          {others.map(({ code, name, confidence }) => (
            <li key={code}>
              <button
                type="button"
                disabled={choose.isPending || !seen}
                onClick={() => use(code)}
                className="flex w-full items-baseline justify-between gap-4 rounded-md border border-line px-4 py-2.5 text-left hover:border-primary hover:bg-primary-soft/50"
              >
                <span lang="en" className="font-medium">{name}</span>
                <span className="text-sm text-ink-soft figures">{confidence >= 0.005 && f.percent(confidence)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-5 min-h-60">
        <Field label={d('searchOccupation')} hint={d('searchOccupationHint')}>
          <Combobox
            text={text}
            onText={setText}
            searching={search.isFetching || q !== text.trim()}
            choices={(search.data?.items ?? []).map(({ id, name, matched, framework }) => ({
              value: id,
              label: name,
              hint: matched === name ? framework.toUpperCase() : matched,
            }))}
            onChoose={({ value }) => use(value)}
          />
        </Field>
        {now.data?.chosen && (
          <Button look="quiet" size="sm" className="mt-4" busy={choose.isPending} onClick={() => use(null)}>
            {d('asFound')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
