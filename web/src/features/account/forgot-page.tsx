// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation } from '@tanstack/react-query';
import Link from 'next/link';
import { type FormEvent, useState } from 'react';
import { api, ok } from '@/api/client';
import { fieldError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { PlainCard } from './account-card';
import { messages } from './messages';
import { FormNotice } from './notice';
import { looksLikeEmail } from './refusal';

export function BackToSignIn() {
  const t = useMessages(messages);
  return (
    <Link href="/sign-in" className="font-semibold text-primary underline underline-offset-4">
      {t('backToSignIn')}
    </Link>
  );
}

/// Has a link for a new password sent.
export function ForgotPage() {
  const t = useMessages(messages);
  const [email, setEmail] = useState('');
  const [tried, setTried] = useState(false);
  const ask = useMutation({
    meta: { quiet: true },
    mutationFn: () => ok(api.POST('/api/auth/password-resets', { body: { email: email.trim() } })),
  });
  const wrong = looksLikeEmail(email) ? undefined : t('emailWrong');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong) ask.mutate();
  };
  return (
    <PlainCard title={t('forgot')} lead={t('forgotLead')} footer={<BackToSignIn />}>
      {ask.isSuccess ? (
        <p role="status" className="font-medium">
          {t('forgotSent')}
        </p>
      ) : (
        <form noValidate onSubmit={submit} className="grid gap-5">
          <FormNotice text={ask.error ? ask.error.message : null} />
          <Field label={t('email')} error={(tried ? wrong : undefined) ?? fieldError(ask.error, 'email')}>
            <Input type="email" name="email" autoComplete="username" value={email} onChange={(event) => setEmail(event.target.value)} />
          </Field>
          <Button type="submit" size="lg" busy={ask.isPending}>
            {t('forgotSend')}
          </Button>
        </form>
      )}
    </PlainCard>
  );
}
