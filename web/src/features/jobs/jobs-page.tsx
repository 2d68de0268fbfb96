// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Columns3, Download, List, Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { SegmentedControl } from '@/ui/segmented';
import { Skeleton } from '@/ui/skeleton';
import { JobList } from './job-list';
import { messages } from './messages';
import { jobAddress } from './use-jobs';

const JobBoard = dynamic(() => import('./job-board').then((m) => m.JobBoard), { ssr: false, loading: () => <Skeleton className="h-96 w-full rounded-lg" /> });
const JobDialog = dynamic(() => import('./job-form').then((m) => m.JobDialog), { ssr: false });

/// The address as it is by then, with some of its parameters set (null: without).
function withParameters(change: Record<string, string | null>): string {
  const next = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) next.delete(name);
    else next.set(name, value);
  }
  const text = next.toString();
  return text ? `/jobs?${text}` : '/jobs';
}

export function JobsPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const address = useSearchParams();
  const view = address.get('view') === 'board' ? 'board' : 'list';
  const add = () => router.push(withParameters({ new: '' }));

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <SegmentedControl
          label={t('view')}
          value={view}
          onChange={(next) => router.replace(withParameters({ view: next === 'board' ? 'board' : null }))}
          segments={[
            { value: 'list', label: t('list'), icon: List },
            { value: 'board', label: t('board'), icon: Columns3 },
          ]}
        />
        <ButtonLink look="secondary" href="/fetch">
          <Download aria-hidden />
          {t('fetch')}
        </ButtonLink>
        <Button onClick={add}>
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </PageHeader>
      {view === 'board' ? <JobBoard onList={() => router.replace('/jobs')} /> : <JobList onAdd={add} />}
      {address.has('new') && (
        <JobDialog job={null} onKept={(job) => router.replace(jobAddress(job))} onClose={() => router.replace(withParameters({ new: null }))} />
      )}
    </>
  );
}
