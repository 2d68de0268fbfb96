// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { api, get, ok } from '@/api/client';
import { ApiError } from '@/api/error';
import { leaveAfter } from '@/api/leave';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { messages } from './messages';

function EraseDialog({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const [word, setWord] = useState('');
  const [password, setPassword] = useState('');
  const ways = useQuery(get('/api/auth/ways'));
  const asked = ways.data?.password ?? true; // for the password
  const erase = useMutation({
    meta: { quiet: true },
    mutationFn: () => leaveAfter(() => ok(api.POST('/api/my-data/erasures', { body: { password: asked ? password : null, confirm: 'erase' } }))),
  });
  const meant = word.trim().toLowerCase() === t('eraseWord');
  const wrong = asked && erase.error instanceof ApiError && erase.error.status === 403;
  return (
    <FormDialog
      title={t('eraseTitle')}
      submit={t('eraseConfirm')}
      danger
      busy={erase.isPending}
      ready={meant && (!asked || password !== '')}
      problem={wrong ? undefined : erase.error?.message}
      onSubmit={() => erase.mutate()}
      onClose={onClose}
    >
      <p className="text-ink-soft">{t('eraseText')}</p>
      <Field label={t('eraseType', { word: t('eraseWord') })}>
        <Input data-autofocus autoComplete="off" value={word} onChange={(e) => setWord(e.target.value)} />
      </Field>
      {asked ? (
        <Field label={t('yourPassword')} error={wrong ? t('currentWrong') : undefined}>
          <Input
            type="password"
            autoComplete="current-password"
            maxLength={200}
            value={password}
            onChange={(e) => setPassword(e.target.value)}
          />
        </Field>
      ) : (
        <p className="text-sm text-ink-soft">
          {t('eraseFresh')}{' '}
          <a href="/api/auth/oidc/start?fresh=1&next=/settings" className="font-semibold text-primary underline underline-offset-4">
            {t('signInAgain')}
          </a>
        </p>
      )}
    </FormDialog>
  );
}

export function Erase() {
  const t = useMessages(messages);
  const [asks, setAsks] = useState(false);
  return (
    <>
      <Button look="danger" onClick={() => setAsks(true)}>
        <Trash2 aria-hidden />
        {t('erase')}
      </Button>
      {asks && <EraseDialog onClose={() => setAsks(false)} />}
    </>
  );
}
