// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { fieldError, plainMessage } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { messages } from './messages';
import { useMakeUser } from './use-admin';

/// An account made by an administrator, also while nobody can register.
export function NewUserDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const make = useMakeUser();
  const [form, setForm] = useState({ email: '', name: '', password: '' });
  const set = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  return (
    <FormDialog
      title={t('new')}
      submit={t('create')}
      busy={make.isPending}
      ready={form.email.trim() !== '' && form.password.length >= 10}
      problem={plainMessage(make.error)}
      onSubmit={() => make.mutate({ ...form, email: form.email.trim(), name: form.name.trim(), role: 'user', plan: 'free' }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Field label={t('email')} error={fieldError(make.error, 'email')}>
        <Input data-autofocus type="email" autoComplete="off" value={form.email} onChange={(e) => set({ email: e.target.value })} />
      </Field>
      <Field label={t('name')} optional error={fieldError(make.error, 'name')}>
        <Input autoComplete="off" maxLength={200} value={form.name} onChange={(e) => set({ name: e.target.value })} />
      </Field>
      <Field label={t('password')} hint={t('passwordHint')} error={fieldError(make.error, 'password')}>
        <Input type="password" autoComplete="new-password" maxLength={200} value={form.password} onChange={(e) => set({ password: e.target.value })} />
      </Field>
    </FormDialog>
  );
}
