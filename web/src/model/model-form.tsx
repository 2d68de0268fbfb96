// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { ifMatch, type Wire } from '@/api/client';
import { fieldError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Notice } from '@/ui/notice';
import { messages } from './messages';

type Header = ReturnType<typeof ifMatch>;

/// A model that is set up, or none, in the version that it has.
export interface Kept {
  version: number;
  stored: Wire<'StoredModel'> | null;
}

interface Props {
  now: Kept;
  /// Whether there is one to be tried; it may be another than the one that is set up here.
  canTry: boolean;
  onSave: (body: Wire<'ModelSettingsInput'>, header: Header) => Promise<Kept>;
  onRemove: (header: Header) => Promise<unknown>;
  onTry: () => Promise<Wire<'ModelCheck'>>;
  /// Reads again what is there.
  onSettled: () => Promise<void>;
}

const parts = ['base_url', 'model', 'key_hint', 'has_key'] as const;

/// Where a language model is, its name there, and the key that it is asked with.
export function ModelForm({ now, canTry, onSave, onRemove, onTry, onSettled }: Props) {
  const t = useMessages(messages);
  const said = useSaid();
  const { stored } = now;
  const [form, setForm] = useState({ url: stored?.base_url ?? '', model: stored?.model ?? '', key: '' });
  // What was there when the form was filled. Who saved something else meanwhile, in another tab, is not overwritten
  // before this was told; what is none of the form's does not count.
  const [seen, setSeen] = useState<Kept | null>(now);
  const same = seen === null || parts.every((part) => seen.stored?.[part] === stored?.[part]);
  const header = ifMatch(same ? now : seen);
  const again = { onError: () => setSeen(null), onSettled };
  const save = useMutation({
    mutationFn: () =>
      onSave({ base_url: form.url.trim(), model: form.model.trim(), ...(form.key && { key: form.key.trim() }) }, header),
    onSuccess: (saved) => {
      setForm({ ...form, key: '' });
      setSeen(saved);
    },
    ...again,
  });
  const remove = useMutation({
    mutationFn: () => onRemove(header),
    onSuccess: () => {
      setForm({ url: '', model: '', key: '' });
      setSeen(null);
    },
    ...again,
  });
  const check = useMutation({ mutationFn: onTry });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const fields = ['base_url', 'model', 'key'].some((field) => fieldError(save.error, field));
  const hint = stored?.has_key ? t('keyKept', { hint: stored.key_hint ?? '' }) : t('keyHint');
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <Field label={t('url')} hint={t('urlHint')} error={fieldError(save.error, 'base_url')}>
        <Input type="url" inputMode="url" maxLength={500} value={form.url} onChange={(e) => setForm({ ...form, url: e.target.value })} />
      </Field>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Field label={t('name')} error={fieldError(save.error, 'model')}>
          <Input maxLength={100} spellCheck={false} value={form.model} onChange={(e) => setForm({ ...form, model: e.target.value })} />
        </Field>
        <Field label={t('key')} optional hint={hint} error={fieldError(save.error, 'key')}>
          <Input
            type="password"
            autoComplete="off"
            maxLength={500}
            value={form.key}
            onChange={(e) => setForm({ ...form, key: e.target.value })}
          />
        </Field>
      </div>
      {save.isError && !fields && <Notice bad>{save.error.message}</Notice>}
      {save.isSuccess && <Notice>{t('saved')}</Notice>}
      {check.data && <Notice bad={!check.data.works}>{check.data.works ? t('works') : said(check.data.detail).children}</Notice>}
      {(check.error ?? remove.error) && <Notice bad>{(check.error ?? remove.error)?.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="secondary" busy={save.isPending} disabled={form.url.trim() === '' || form.model.trim() === ''}>
          {t('save')}
        </Button>
        {canTry && (
          <Button look="quiet" busy={check.isPending} onClick={() => check.mutate()}>
            {t('try')}
          </Button>
        )}
        {stored && (
          <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
