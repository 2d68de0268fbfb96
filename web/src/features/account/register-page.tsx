// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { api, ok } from '@/api/client';
import { fieldError } from '@/api/error';
import { useLanguage } from '@/i18n/language';
import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { AccountForm } from './account-form';
import { messages } from './messages';

const shortest = 10;

export function RegisterPage() {
  const t = useMessages(messages);
  const language = useLanguage();
  const [name, setName] = useState('');
  return (
    <AccountForm
      what="register"
      lead={t('registerLead')}
      send={(credentials) => ok(api.POST('/api/auth/register', { body: { ...credentials, name, language } }))}
      passwordWrong={(password) => ([...password].length < shortest ? t('passwordShort') : undefined)}
      passwordHint={t('passwordHint')}
      before={(error) => (
        <Field label={t('name')} optional error={fieldError(error, 'name')}>
          <Input name="name" autoComplete="name" maxLength={200} value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
      )}
      other={{ question: t('haveAccount'), label: t('signIn'), path: '/sign-in' }}
    />
  );
}
