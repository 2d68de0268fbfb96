// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get, type Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Progress } from '@/ui/progress';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';

const megabyte = 1_000_000;

function QuotaRow({ quota }: { quota: Wire<'Quota'> }) {
  const t = useMessages(messages);
  const f = useFormat();
  const name = t(`quota.${quota.name}`);
  const write = (value: number) =>
    quota.name === 'storage_bytes' ? t('megabytes', { size: f.decimal(value / megabyte) }) : f.number(value);
  return (
    <li className="grid grid-cols-1 gap-1.5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className="font-medium">{name}</span>
        <span className="text-ink-soft figures">
          {quota.limit === null ? t('noLimit', { used: write(quota.used) }) : t('ofLimit', { used: write(quota.used), limit: write(quota.limit) })}
        </span>
      </div>
      {quota.limit !== null && <Progress value={quota.limit > 0 ? quota.used / quota.limit : 1} label={name} className="h-1.5" />}
    </li>
  );
}

export function Membership() {
  const t = useMessages(messages);
  const f = useFormat();
  const query = useQuery({ ...get('/api/membership'), refetchOnMount: 'always' });
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (query.isPending) return <Skeleton className="h-40 w-full" />;
  const { plan, renews_on, quotas } = query.data;
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="flex flex-wrap items-center gap-2.5">
        <Badge tone="good">{t(`plan.${plan}`)}</Badge>
        <span className="text-sm text-ink-soft">{renews_on ? t('renews', { day: f.day(renews_on) }) : t('planHint')}</span>
      </p>
      <ul className="grid grid-cols-1 gap-x-8 gap-y-4 sm:grid-cols-2">
        {quotas.map((quota) => (
          <QuotaRow key={quota.name} quota={quota} />
        ))}
      </ul>
    </div>
  );
}
