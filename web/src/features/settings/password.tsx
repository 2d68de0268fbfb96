// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, get, ok } from '@/api/client';
import { ApiError, fieldError } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

const shortest = 10;

function PasswordForm() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const [form, setForm] = useState({ current: '', next: '' });
  const [tried, setTried] = useState(false);
  const change = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/auth/password', { body: { current_password: form.current, new_password: form.next } })),
    onSuccess: () => {
      setForm({ current: '', next: '' });
      setTried(false);
      return invalidate(client, '/api/auth/sessions');
    },
  });
  const wrongCurrent = change.error instanceof ApiError && change.error.status === 403;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (form.current !== '' && form.next.length >= shortest) change.mutate();
  };
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Field
          label={t('currentPassword')}
          error={wrongCurrent ? t('currentWrong') : tried && form.current === '' ? t('currentMissing') : undefined}
        >
          <Input
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={form.current}
            onChange={(e) => setForm({ ...form, current: e.target.value })}
          />
        </Field>
        <Field
          label={t('newPassword')}
          error={fieldError(change.error, 'new_password') ?? (tried && form.next.length < shortest ? t('newShort') : undefined)}
        >
          <Input
            type="password"
            autoComplete="new-password"
            maxLength={200}
            value={form.next}
            onChange={(e) => setForm({ ...form, next: e.target.value })}
          />
        </Field>
      </div>
      {change.isError && !wrongCurrent && !fieldError(change.error, 'new_password') && <Notice bad>{change.error.message}</Notice>}
      {change.isSuccess && <Notice>{t('passwordChanged')}</Notice>}
      <Button type="submit" look="secondary" className="justify-self-start" busy={change.isPending}>
        {t('changePassword')}
      </Button>
    </form>
  );
}

export function Password() {
  const t = useMessages(messages);
  const ways = useQuery(get('/api/auth/ways'));
  if (ways.isError) return <ErrorState error={ways.error} onRetry={() => void ways.refetch()} />;
  if (ways.isPending) return <Skeleton className="h-32 w-full" />;
  return ways.data.password ? <PasswordForm /> : <p className="text-sm text-ink-soft">{t('noPassword')}</p>;
}
