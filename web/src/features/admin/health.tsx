// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, CircleMinus, CircleX } from 'lucide-react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';

const looks = {
  ok: [CircleCheck, 'text-good'],
  warning: [CircleAlert, 'text-warn'],
  failing: [CircleX, 'text-bad'],
  off: [CircleMinus, 'text-ink-faint'],
} as const;

const checked = ['database', 'files', 'disk', 'packs', 'clock', 'queue', 'model', 'single_sign_on', 'mail', 'vectors', 'adzuna', 'usajobs'] as const;

/// How the server is: what was looked at, and how to mend what is not well.
export function Health() {
  const t = useMessages(messages);
  const f = useFormat();
  const said = useSaid();
  const health = useQuery({ ...get('/api/admin/health'), refetchInterval: 15_000 });
  if (health.isError) return <ErrorState error={health.error} onRetry={() => void health.refetch()} />;
  if (health.isPending) return <SkeletonList label={t('loading')} row="h-16" />;
  const { version, started_at, users, sessions, runs, checks, status } = health.data;
  const figures = [
    [t('accounts'), users],
    [t('sessions'), sessions],
    [t('runsWaiting'), runs.queued],
    [t('runsRunning'), runs.running],
    [t('runsReady'), runs.ready],
    [t('runsFailed'), runs.failed],
  ] as const;
  return (
    <div className="grid grid-cols-1 gap-5">
      <p className="flex flex-wrap items-baseline gap-x-3">
        <strong className={cx('text-lg', looks[status][1])}>{t(`status.${status}`)}</strong>
        <span className="text-sm text-ink-soft">{t('since', { version, when: f.time(started_at) })}</span>
      </p>
      <dl className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(([name, value]) => (
          <div key={name} className="rounded-lg border border-line bg-card px-4 py-3">
            <dt className="text-xs text-ink-soft">{name}</dt>
            <dd className="text-xl font-semibold figures">{f.number(value)}</dd>
          </div>
        ))}
      </dl>
      <Card flush>
        <ul aria-label={t('checks')} className="divide-y divide-line">
          {checks.map((check) => {
            const [Icon, tone] = looks[check.status];
            const name = checked.find((one) => one === check.name);
            return (
              <li key={check.name} className="flex gap-3.5 px-5 py-3.5">
                <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', tone)} />
                <div className="min-w-0">
                  <p className="font-semibold">
                    {name ? t(`check.${name}`) : check.name} <span className={cx('text-sm font-medium', tone)}>{t(`status.${check.status}`)}</span>
                  </p>
                  <p className="text-sm text-ink-soft wrap-anywhere" {...said(check.detail)} />
                  {check.fix && <p className="mt-1 text-sm font-medium wrap-anywhere" {...said(check.fix)} />}
                </div>
              </li>
            );
          })}
        </ul>
      </Card>
    </div>
  );
}
