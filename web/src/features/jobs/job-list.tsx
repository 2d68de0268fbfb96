// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Briefcase, Plus, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { FilterBar } from './filter-bar';
import { type Filters, readFilters, writeFilters } from './filters';
import { JobRow } from './job-row';
import { messages } from './messages';
import { useJobs } from './use-jobs';

export function JobList({ onAdd }: { onAdd: () => void }) {
  const t = useMessages(messages);
  const address = useSearchParams();
  const filters = readFilters(new URLSearchParams(address));
  const jobs = useJobs(filters);
  const shown = jobs.data?.pages.flatMap((page) => page.items) ?? [];
  const all = writeFilters({ ...filters, sort: filters.q ? 'relevance' : 'newest' }) === '';
  // The browser's own history takes a change at once: a second one made before the page has followed is on top of it.
  const change = (next: (now: Filters) => Filters) => {
    const text = writeFilters(next(readFilters(new URLSearchParams(location.search))));
    // The page is the same one; nothing is loaded and nothing is added to the way back.
    window.history.replaceState(null, '', text ? `/jobs?${text}` : '/jobs');
  };
  const addButton = (
    <Button onClick={onAdd}>
      <Plus aria-hidden />
      {t('add')}
    </Button>
  );

  if (jobs.isSuccess && shown.length === 0 && all) {
    return (
      <EmptyState icon={Briefcase} title={t('emptyTitle')} action={addButton}>
        {t('emptyText')}
      </EmptyState>
    );
  }
  return (
    <div className="grid gap-5">
      <FilterBar filters={filters} onChange={change} />
      {jobs.isPending && <SkeletonList label={t('loading')} rows={5} />}
      {jobs.isError && <ErrorState error={jobs.error} onRetry={() => void jobs.refetch()} />}
      {jobs.isSuccess && shown.length === 0 && (
        <EmptyState
          icon={SearchX}
          title={t('noneTitle')}
          action={
            <Button look="secondary" onClick={() => change(() => ({ sort: 'newest' }))}>
              {t('clearFilters')}
            </Button>
          }
        >
          {t('noneText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul aria-label={t('jobs')} aria-busy={jobs.isPlaceholderData} className={cx('grid gap-3 transition-opacity', jobs.isPlaceholderData && 'opacity-60')}>
          {shown.map((job) => (
            <JobRow key={job.id} job={job} searched={filters.q !== undefined} />
          ))}
        </ul>
      )}
      {jobs.hasNextPage && (
        <Button look="secondary" className="justify-self-center" busy={jobs.isFetchingNextPage} onClick={() => void jobs.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </div>
  );
}
