// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { api, get, ok } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { AccountForm } from './account-form';
import { messages } from './messages';
import { signInProblem } from './refusal';

function ForgottenLink() {
  const t = useMessages(messages);
  return (
    <Link href="/forgot" className="-mt-2 justify-self-start text-sm font-semibold text-primary underline underline-offset-4">
      {t('forgot')}
    </Link>
  );
}

export function SignInPage() {
  const t = useMessages(messages);
  const query = useSearchParams();
  const ended = query.has('ended');
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  const problem = signInProblem(query.get('problem'));
  return (
    <AccountForm
      what="signIn"
      problem={problem && t(problem)}
      lead={t(ended ? 'sessionEnded' : 'signInLead')}
      send={(body) => ok(api.POST('/api/auth/login', { body }))}
      passwordWrong={(password) => (password ? undefined : t('passwordMissing'))}
      after={about.data?.sends_mail && <ForgottenLink />}
      other={{ question: t('noAccount'), label: t('register'), path: '/register' }}
    />
  );
}
