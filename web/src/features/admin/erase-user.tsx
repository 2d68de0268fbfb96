// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { isConflict } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { messages } from './messages';
import { type User, useEraseUser } from './use-admin';

/// Erases an account once its address was typed: that is the one thing nobody types by mistake.
export function EraseUserDialog({ user, onErased, onClose }: { user: User; onErased: () => void; onClose: () => void }) {
  const t = useMessages(messages);
  const erase = useEraseUser();
  const [typed, setTyped] = useState('');
  const meant = typed.trim().toLowerCase() === user.email.toLowerCase();
  return (
    <FormDialog
      title={t('eraseTitle')}
      submit={t('eraseConfirm')}
      danger
      busy={erase.isPending}
      ready={meant}
      problem={isConflict(erase.error) ? t('changedElsewhere') : erase.error?.message}
      onSubmit={() => erase.mutate(user, { onSuccess: onErased })}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('eraseText')}</p>
      <Field label={t('eraseType', { email: user.email })}>
        <Input data-autofocus autoComplete="off" spellCheck={false} value={typed} onChange={(event) => setTyped(event.target.value)} />
      </Field>
    </FormDialog>
  );
}
