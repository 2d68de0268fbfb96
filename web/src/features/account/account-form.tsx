// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { type FormEvent, type ReactNode, useState } from 'react';
import { fieldError } from '@/api/error';
import { rememberSignedIn } from '@/api/session-hint';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { AccountCard } from './account-card';
import { messages } from './messages';
import { nextAddress } from './next-address';
import { FormNotice } from './notice';
import { PasswordInput } from './password-input';
import { looksLikeEmail, refusal } from './refusal';

export interface Credentials {
  email: string;
  password: string;
}

interface Props {
  what: 'register' | 'signIn';
  lead: string;
  /// Why one stands here again.
  problem?: string | null;
  /// Opens the session.
  send: (credentials: Credentials) => Promise<unknown>;
  /// What is wrong with a password before it is sent.
  passwordWrong: (password: string) => string | undefined;
  passwordHint?: string;
  /// Below the password.
  after?: ReactNode;
  /// Fields before the address, with what the server said about them.
  before?: (error: unknown) => ReactNode;
  /// The way for those who are on the wrong one of the two pages.
  other: { question: string; label: string; path: string };
}

/// Address and password, and where one goes with them. Signing in and registering differ in what is sent.
export function AccountForm({ what, lead, send, passwordWrong, passwordHint, before, after, other, problem = null }: Props) {
  const t = useMessages(messages);
  const router = useRouter();
  const client = useQueryClient();
  const next = nextAddress(useSearchParams().get('next'));
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = { email: looksLikeEmail(email) ? undefined : t('emailWrong'), password: passwordWrong(password) };

  const enter = useMutation({
    meta: { quiet: true },
    mutationFn: () => send({ email: email.trim(), password }),
    onSuccess: () => {
      client.clear();
      rememberSignedIn(true);
      router.replace(next);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!wrong.email && !wrong.password) enter.mutate();
  };
  const reason = refusal(enter.error);

  return (
    <AccountCard
      title={t(what)}
      lead={lead}
      next={next}
      footer={
        <>
          {other.question}{' '}
          <Link href={`${other.path}?next=${encodeURIComponent(next)}`} className="font-semibold text-primary underline underline-offset-4">
            {other.label}
          </Link>
        </>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-5">
        <FormNotice text={enter.error ? (reason ? t(reason) : enter.error.message) : problem} />
        {before?.(enter.error)}
        <Field label={t('email')} error={(tried ? wrong.email : undefined) ?? fieldError(enter.error, 'email')}>
          <Input type="email" name="email" autoComplete="username" value={email} onChange={(event) => setEmail(event.target.value)} />
        </Field>
        <Field label={t('password')} hint={passwordHint} error={(tried ? wrong.password : undefined) ?? fieldError(enter.error, 'password')}>
          <PasswordInput
            name="password"
            autoComplete={what === 'register' ? 'new-password' : 'current-password'}
            maxLength={200}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        </Field>
        {after}
        <Button type="submit" size="lg" busy={enter.isPending}>
          {t(what)}
        </Button>
      </form>
    </AccountCard>
  );
}
