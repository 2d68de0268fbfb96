// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Download } from 'lucide-react';
import { useRuns } from '@/api/runs';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { FetchCard } from './fetch-card';
import { messages } from './messages';

export function FetchList() {
  const t = useMessages(messages);
  const fetches = useRuns('fetch_jobs');
  const runs = fetches.data?.pages.flatMap((page) => page.items) ?? [];
  if (fetches.isPending) return <SkeletonList label={t('loading')} rows={2} />;
  if (fetches.isError) return <ErrorState error={fetches.error} onRetry={() => void fetches.refetch()} />;
  if (runs.length === 0) {
    return (
      <EmptyState icon={Download} title={t('emptyTitle')}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t('fetches')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
        {runs.map((run) => (
          <FetchCard key={run.id} run={run} />
        ))}
      </ul>
      {fetches.hasNextPage && (
        <Button look="secondary" className="justify-self-center" busy={fetches.isFetchingNextPage} onClick={() => void fetches.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
