// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Download, Eye } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { SegmentedControl } from '@/ui/segmented';
import { EmployerFields } from './employer-fields';
import { Look } from './look';
import { messages } from './messages';
import { emptyForm, type FetchForm as Form, type Missing, requestOf, type Search, type Way, ways, withEmployer } from './request';
import { AddressField, SearchFields } from './search-fields';
import { type Repeat, RepeatField } from './repeat-field';
import { most, useLook, useRepeat, useStartFetch } from './use-fetching';

export function FetchForm({ onStarted }: { onStarted: () => void }) {
  const t = useMessages(messages);
  const asked = useSearchParams().get('way');
  const [way, setWay] = useState<Way>(ways.find((one) => one === asked) ?? 'boards');
  const [form, setForm] = useState(emptyForm);
  const [missing, setMissing] = useState<Missing | null>(null);
  const look = useLook();
  const start = useStartFetch();
  const again = useRepeat();
  const [days, setDays] = useState<Repeat>(0);
  const set = (part: Partial<Form>) => {
    setForm((was) => ({ ...was, ...part }));
    setMissing(null);
  };
  const error = start.error ?? again.error ?? look.error;
  const plain = error && !(error instanceof ApiError && Object.keys(error.fields).length > 0);

  const send = (then: (search: Search) => void) => {
    const request = requestOf(form, way);
    look.reset();
    start.reset();
    again.reset();
    if (typeof request === 'string') return setMissing(request);
    if (way === 'employers') setForm(withEmployer);
    then(request);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send((search) => {
      start.mutate(search, { onSuccess: onStarted });
      if (days > 0) again.mutate({ search, days }, { onSuccess: () => setDays(0) });
    });
  };
  const shared = { form, set, missing, error };
  return (
    <Card className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <div>
        <SegmentedControl
          label={t('way')}
          value={way}
          onChange={(next) => {
            setWay(next);
            setMissing(null);
          }}
          segments={ways.map((value) => ({ value, label: t(`way.${value}`) }))}
        />
      </div>
      <form noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        {plain && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {error.message}
          </p>
        )}
        {way === 'employers' && <EmployerFields {...shared} />}
        {way === 'addresses' ? <AddressField {...shared} /> : <SearchFields {...shared} employers={way === 'employers'} />}
        <div className="flex flex-wrap items-center gap-2.5">
          <Button type="submit" busy={start.isPending}>
            <Download aria-hidden />
            {t('fetch')}
          </Button>
          <Button look="secondary" busy={look.isPending} onClick={() => send((request) => look.mutate(request))}>
            <Eye aria-hidden />
            {t('look')}
          </Button>
          <RepeatField value={days} onChange={setDays} />
          {way !== 'addresses' && <span className="text-sm text-ink-soft">{t('most', { count: most })}</span>}
        </div>
      </form>
      {look.data && <Look found={look.data} onClose={look.reset} />}
    </Card>
  );
}
