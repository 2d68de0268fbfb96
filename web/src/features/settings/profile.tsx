// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { fieldError, isConflict } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { useBase } from '@/ui/use-base';
import { messages } from './messages';
import { Notice } from '@/ui/notice';
import { toE164 } from './phone';

const path = '/api/profile';

type Changed = Partial<Record<'name' | 'headline' | 'phone' | 'location', string>>;

function Form({ newest }: { newest: Wire<'Profile'> }) {
  const t = useMessages(messages);
  const [changed, setChanged] = useState<Changed>({});
  const client = useQueryClient();
  const [conflict, setConflict] = useState(false);
  const profile = useBase(newest, Object.keys(changed).length > 0 && !conflict);
  const form = {
    name: profile.name,
    headline: profile.headline ?? '',
    phone: profile.phone ?? '',
    location: profile.location ?? '',
    ...changed,
  };
  const save = useMutation({
    mutationFn: ({ body }: { body: Wire<'ProfilePatch'>; of: Changed }) => ok(api.PATCH(path, { params: { header: ifMatch(profile) }, body })),
    onSuccess: (now) => {
      client.setQueryData(get(path).queryKey, now);
      return client.invalidateQueries({ queryKey: ['/api/auth/session'] });
    },
    // What was written while it was sent is still to be saved.
    onSettled: (now, error, { of }) => {
      setConflict(isConflict(error));
      if (error) return invalidate(client, path);
      if (now) setChanged((was) => Object.fromEntries(Object.entries(was).filter(([field, text]) => of[field as keyof Changed] !== text)));
      return undefined;
    },
  });
  const phone = form.phone.trim() === '' ? null : toE164(form.phone);
  const phoneWrong = form.phone.trim() !== '' && phone === null ? t('phoneWrong') : undefined;
  const [tried, setTried] = useState(false);
  const set = (part: Partial<typeof form>) => {
    save.reset();
    setChanged((was) => ({ ...was, ...part }));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (phoneWrong) return;
    const body = { name: form.name.trim(), headline: form.headline.trim() || null, phone, location: form.location.trim() || null };
    save.mutate({ body, of: changed });
  };
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Field label={t('name')} error={fieldError(save.error, 'name')}>
          <Input autoComplete="name" maxLength={200} value={form.name} onChange={(e) => set({ name: e.target.value })} />
        </Field>
        <Field label={t('email')} hint={t('emailHint')}>
          <Input type="email" readOnly value={profile.email} />
        </Field>
        <Field label={t('phone')} optional hint={t('phoneHint')} error={(tried ? phoneWrong : undefined) ?? fieldError(save.error, 'phone')}>
          <Input type="tel" autoComplete="tel" maxLength={40} value={form.phone} onChange={(e) => set({ phone: e.target.value })} />
        </Field>
        <Field label={t('location')} optional error={fieldError(save.error, 'location')}>
          <Input autoComplete="address-level2" maxLength={200} value={form.location} onChange={(e) => set({ location: e.target.value })} />
        </Field>
      </div>
      <Field label={t('headline')} optional error={fieldError(save.error, 'headline')}>
        <Input maxLength={200} value={form.headline} onChange={(e) => set({ headline: e.target.value })} />
      </Field>
      {save.isError && <Notice bad>{save.error.message}</Notice>}
      {save.isSuccess && <Notice>{t('saved')}</Notice>}
      <Button type="submit" className="justify-self-start" busy={save.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

export function Profile() {
  const profile = useQuery(get(path));
  if (profile.data) return <Form newest={profile.data} />;
  if (profile.isError) return <ErrorState error={profile.error} onRetry={() => void profile.refetch()} />;
  return <Skeleton className="h-64 w-full" />;
}
