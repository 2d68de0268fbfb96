// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { type FormEvent, useState } from 'react';
import { api, ok } from '@/api/client';
import { fieldError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Button, buttonLook } from '@/ui/button';
import { Field } from '@/ui/field';
import { PlainCard } from './account-card';
import { BackToSignIn } from './forgot-page';
import { messages } from './messages';
import { FormNotice } from './notice';
import { PasswordInput } from './password-input';

const shortest = 10;

/// Sets a new password by the link of a letter.
export function ResetPage() {
  const t = useMessages(messages);
  const token = useSearchParams().get('token') ?? '';
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const reset = useMutation({
    meta: { quiet: true },
    mutationFn: () => ok(api.PUT('/api/auth/password-resets', { body: { token, new_password: password } })),
  });
  const short = [...password].length < shortest ? t('passwordShort') : undefined;
  const spent = token === '' || fieldError(reset.error, 'token') !== undefined;
  const refused = fieldError(reset.error, 'new_password');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short) reset.mutate();
  };
  return (
    <PlainCard title={t('reset')} lead={t('resetLead')} footer={<BackToSignIn />}>
      {reset.isSuccess && (
        <div className="grid gap-5">
          <p role="status" className="font-medium">
            {t('resetDone')}
          </p>
          <Link href="/sign-in" className={buttonLook({})}>
            {t('signIn')}
          </Link>
        </div>
      )}
      {spent && (
        <div className="grid gap-5">
          <FormNotice text={t('linkSpent')} />
          <Link href="/forgot" className={buttonLook({})}>
            {t('askAgain')}
          </Link>
        </div>
      )}
      {!reset.isSuccess && !spent && (
        <form noValidate onSubmit={submit} className="grid gap-5">
          <FormNotice text={reset.error && !refused ? reset.error.message : null} />
          <Field label={t('password')} hint={t('passwordHint')} error={(tried ? short : undefined) ?? refused}>
            <PasswordInput
              name="password"
              autoComplete="new-password"
              maxLength={200}
              value={password}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
          <Button type="submit" size="lg" busy={reset.isPending}>
            {t('resetDo')}
          </Button>
        </form>
      )}
    </PlainCard>
  );
}
