// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { KeyRound, LogIn } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { Address } from './address';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

const path = '/api/auth/ways';

/// Which sentence says why connecting led back here.
function sentence(problem: string) {
  return problem === 'taken' || problem === 'cancelled' || problem === 'unreachable' ? (`connect.${problem}` as const) : 'connect.other';
}

function Identity({ identity, only }: { identity: Wire<'Identity'>; only: boolean }) {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const end = useMutation({
    mutationFn: () => ok(api.DELETE(`${path}/{identity_id}`, { params: { path: { identity_id: identity.id } } })),
    onSettled: () => invalidate(client, path),
  });
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <LogIn aria-hidden className="size-5 shrink-0 text-ink-soft" />
      <div className="min-w-0 flex-1 basis-48">
        <p className="font-medium wrap-anywhere">{identity.issuer}</p>
        <p className="text-sm text-ink-soft wrap-anywhere">
          {identity.email && `${identity.email} · `}
          {t('wayUsed', { when: f.ago(identity.last_used_at) })}
        </p>
        {only && <p className="text-sm text-ink-soft">{t('onlyWay')}</p>}
        {end.isError && <Notice bad>{end.error.message}</Notice>}
      </div>
      {!only && (
        <Button size="sm" look="secondary" aria-label={t('disconnectOf', { issuer: identity.issuer })} busy={end.isPending} onClick={() => end.mutate()}>
          {t('disconnect')}
        </Button>
      )}
    </li>
  );
}

/// What leads into the account, and one more.
export function Ways() {
  const t = useMessages(messages);
  const problem = useSearchParams().get('problem');
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  const ways = useQuery({ ...get(path), refetchOnMount: 'always' });
  const connect = useMutation({
    mutationFn: () => ok(api.POST('/api/auth/oidc/connect')),
    onSuccess: ({ continue_at: address }) => location.assign(address),
  });
  if (ways.isError) return <ErrorState error={ways.error} onRetry={() => void ways.refetch()} />;
  if (ways.isPending) return <Skeleton className="h-24 w-full" />;
  const { password, identities } = ways.data;
  return (
    <div className="grid grid-cols-1 gap-4">
      {problem && <Notice bad>{t(sentence(problem))}</Notice>}
      <Address />
      <ul className="grid grid-cols-1 divide-y divide-line">
        {password && (
          <li className="flex items-center gap-x-4 py-3 first:pt-0 last:pb-0">
            <KeyRound aria-hidden className="size-5 shrink-0 text-ink-soft" />
            <p className="font-medium">{t('wayPassword')}</p>
          </li>
        )}
        {identities.map((identity) => (
          <Identity key={identity.id} identity={identity} only={!password && identities.length === 1} />
        ))}
      </ul>
      {connect.isError && <Notice bad>{connect.error.message}</Notice>}
      {about.data?.issuer_name && identities.length === 0 && (
        <Button look="secondary" className="justify-self-start" busy={connect.isPending} onClick={() => connect.mutate()}>
          {t('connect', { name: about.data.issuer_name })}
        </Button>
      )}
    </div>
  );
}
