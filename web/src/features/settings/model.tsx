// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { fieldError } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { ModelReading } from './model-reading';
import { ModelUsage } from './model-usage';
import { Notice } from './notice';

const path = '/api/settings/model';

function Form({ now }: { now: Wire<'ModelSettings'> }) {
  const t = useMessages(messages);
  const client = useQueryClient();
  const said = useSaid();
  const own = now.source === 'own';
  const [form, setForm] = useState({ url: (own && now.base_url) || '', model: (own && now.model) || '', key: '' });
  // What was there when the form was filled. Who saved something else meanwhile, in another tab, is not overwritten
  // before this was told; what is none of the form's does not count.
  const [seen, setSeen] = useState<Wire<'ModelSettings'> | null>(now);
  const same = seen === null || (['source', 'base_url', 'model', 'key_hint', 'has_key'] as const).every((part) => seen[part] === now[part]);
  const header = ifMatch(same ? now : seen);
  const again = { onError: () => setSeen(null), onSettled: () => invalidate(client, path) };
  const save = useMutation({
    mutationFn: () =>
      ok(
        api.PUT(path, {
          params: { header },
          body: { base_url: form.url.trim(), model: form.model.trim(), ...(form.key && { key: form.key.trim() }) },
        }),
      ),
    onSuccess: (saved) => {
      setForm({ ...form, key: '' });
      setSeen(saved);
    },
    ...again,
  });
  const remove = useMutation({
    mutationFn: () => ok(api.DELETE(path, { params: { header } })),
    onSuccess: () => {
      setForm({ url: '', model: '', key: '' });
      setSeen(null);
    },
    ...again,
  });
  const check = useMutation({ mutationFn: () => ok(api.POST(`${path}/check`)) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  const fields = ['base_url', 'model', 'key'].some((field) => fieldError(save.error, field));
  const hint = own && now.has_key ? t('modelKeyKept', { hint: now.key_hint ?? '' }) : t('modelKeyHint');
  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      <Field label={t('modelUrl')} hint={t('modelUrlHint')} error={fieldError(save.error, 'base_url')}>
        <Input type="url" inputMode="url" maxLength={500} value={form.url} onChange={(e) => setForm({ ...form, url: e.target.value })} />
      </Field>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Field label={t('modelName')} error={fieldError(save.error, 'model')}>
          <Input maxLength={100} spellCheck={false} value={form.model} onChange={(e) => setForm({ ...form, model: e.target.value })} />
        </Field>
        <Field label={t('modelKey')} optional hint={hint} error={fieldError(save.error, 'key')}>
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
      {check.data && <Notice bad={!check.data.works}>{check.data.works ? t('modelWorks') : said(check.data.detail).children}</Notice>}
      {(check.error ?? remove.error) && <Notice bad>{(check.error ?? remove.error)?.message}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" look="secondary" busy={save.isPending} disabled={form.url.trim() === '' || form.model.trim() === ''}>
          {t('modelSave')}
        </Button>
        {now.source !== 'none' && (
          <Button look="quiet" busy={check.isPending} onClick={() => check.mutate()}>
            {t('modelTry')}
          </Button>
        )}
        {own && (
          <Button look="quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
            {t('modelRemove')}
          </Button>
        )}
      </div>
    </form>
  );
}

/// Which language model answers in chats, and one of one's own in its place.
export function Model() {
  const t = useMessages(messages);
  const settings = useQuery(get(path));
  if (settings.isError) return <Notice bad>{settings.error.message}</Notice>;
  if (!settings.data) return <Skeleton className="h-32 w-full rounded-lg" />;
  const { source, model, host, own_allowed: allowed } = settings.data;
  return (
    <div className="grid grid-cols-1 gap-4">
      <p className="text-sm">{t(`model.${source}`, { model: model ?? '', host: host ?? '' })}</p>
      {source !== 'none' && <ModelReading now={settings.data} />}
      {allowed ? <Form now={settings.data} /> : <p className="text-sm text-ink-soft">{t('modelNotAllowed')}</p>}
      <ModelUsage />
    </div>
  );
}
