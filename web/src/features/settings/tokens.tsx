// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { api, get, ok, type Wire } from '@/api/client';
import { fieldError } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { Secret } from '@/ui/secret';
import { toast } from '@/ui/toast';
import { AgentSetUp } from './agent-set-up';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

const path = '/api/auth/access-tokens';
type Scope = Wire<'AccessTokenScope'>;

export function Tokens() {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const tokens = useQuery(get(path, { params: { query: { limit: 100 } } })).data?.items ?? [];
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const [scope, setScope] = useState<Scope>('everything');
  const [revoked, setRevoked] = useState<Wire<'AccessToken'> | null>(null);
  const again = { onSettled: () => invalidate(client, path) };
  const make = useMutation({
    mutationFn: (wanted: string) => ok(api.POST(path, { body: { name: wanted.trim(), expires_on: until || null, scope } })),
    onSuccess: (_, made) => setName((now) => (now === made ? '' : now)),
    ...again,
  });
  const revoke = useMutation({
    mutationFn: ({ id }: Wire<'AccessToken'>) => ok(api.DELETE('/api/auth/access-tokens/{token_id}', { params: { path: { token_id: id } } })),
    onSuccess: (_, token) => toast(t('revoked', { name: token.name })),
    ...again,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() !== '') make.mutate(name);
  };
  const error = make.error ?? revoke.error;
  return (
    <div className="grid grid-cols-1 gap-4">
      {tokens.length > 0 && (
        <ul className="grid grid-cols-1 divide-y divide-line">
          {tokens.map((token) => (
            <li key={token.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0">
              <KeyRound aria-hidden className="size-5 shrink-0 text-ink-soft" />
              <div className="min-w-0 flex-1 basis-48">
                <p className="font-medium wrap-anywhere">
                  {token.name} <code className="font-mono text-sm text-ink-soft">{token.hint}…</code>
                </p>
                <p className="text-sm text-ink-soft">
                  {token.scope === 'agents' && `${t('tokenForAgents')} · `}
                  {token.last_used_at ? t('used', { when: f.ago(token.last_used_at) }) : t('neverUsed')}
                  {token.expires_at && ` · ${t('expires', { when: f.time(token.expires_at) })}`}
                </p>
              </div>
              <Button size="sm" look="secondary" aria-label={t('revokeOf', { name: token.name })} onClick={() => setRevoked(token)}>
                {t('revoke')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {make.data?.token.scope === 'agents' && <AgentSetUp />}
      {make.data && <Secret label={t('newToken', { name: make.data.token.name })} value={make.data.secret} />}
      {error && <Notice bad>{error.message}</Notice>}
      <form onSubmit={submit} className="grid grid-cols-1 items-start gap-4 sm:grid-cols-[auto_auto_1fr]">
        <div className="sm:col-span-full">
          <Field label={t('tokenName')} error={fieldError(make.error, 'name')}>
            <Input maxLength={100} placeholder={t('tokenPlaceholder')} value={name} onChange={(e) => setName(e.target.value)} />
          </Field>
        </div>
        <Field label={t('tokenUntil')} optional error={fieldError(make.error, 'expires_on')}>
          <Input type="date" min={today(f.timeZone)} value={until} onChange={(e) => setUntil(e.target.value)} />
        </Field>
        <Field label={t('tokenScope')}>
          <Select value={scope} onChange={(e) => setScope(e.target.value as Scope)}>
            <option value="everything">{t('tokenEverything')}</option>
            <option value="agents">{t('tokenForAgents')}</option>
          </Select>
        </Field>
        <Button type="submit" look="secondary" className="sm:mt-6.5 sm:justify-self-end" busy={make.isPending} disabled={name.trim() === ''}>
          {t('makeToken')}
        </Button>
      </form>
      <ConfirmDialog
        open={revoked !== null}
        title={t('revokeTitle')}
        confirm={t('revokeConfirm')}
        cancel={t('cancel')}
        onConfirm={() => {
          if (revoked) revoke.mutate(revoked);
          if (revoked?.id === make.data?.token.id) make.reset();
          setRevoked(null);
        }}
        onClose={() => setRevoked(null)}
      >
        {t('revokeText', { name: revoked?.name ?? '' })}
      </ConfirmDialog>
    </div>
  );
}
