// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Bookmark } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { EmptyState, ErrorState } from '@/ui/states';
import { BoardCard } from './board-card';
import { Column } from './board-column';
import { messages } from './messages';
import { type SavedJob, type Stage, stages, useMove, useSavedJobs } from './use-jobs';

/// Saved jobs by stage. A card is dragged, or moved by the menu of its button.
export function JobBoard({ onList }: { onList: () => void }) {
  const t = useMessages(messages);
  const saved = useSavedJobs();
  const move = useMove();
  const [said, setSaid] = useState('');
  const [movedByMenu, setMovedByMenu] = useState<string | null>(null);
  const shown = saved.data?.pages.flatMap((page) => page.items) ?? [];

  const moveTo = (job: SavedJob | undefined, stage: Stage) => {
    if (!job || job.stage === stage) return;
    move.mutate({ id: job.job_id, title: job.job.title, stage });
    setSaid(t('movedTo', { title: job.job.title, stage: t(`stage.${stage}`) }));
  };
  if (saved.isError) return <ErrorState error={saved.error} onRetry={() => void saved.refetch()} />;
  if (saved.isSuccess && shown.length === 0) {
    return (
      <EmptyState
        icon={Bookmark}
        title={t('boardEmptyTitle')}
        action={
          <Button look="secondary" onClick={onList}>
            {t('toList')}
          </Button>
        }
      >
        {t('boardEmptyText')}
      </EmptyState>
    );
  }
  return (
    <>
      <p className="mb-4 text-sm text-ink-soft">{t('boardHint')}</p>
      <p role="status" className="sr-only">
        {said}
      </p>
      {/* A frame that scrolls has to take the focus, so that the keyboard can scroll it. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div role="region" aria-label={t('boardLabel')} tabIndex={0} className="-mx-4 overflow-x-auto px-4 pb-3 sm:-mx-6 sm:px-6 lg:-mx-10 lg:px-10">
        <div className="grid w-max auto-cols-[15rem] grid-flow-col gap-3 xl:w-auto xl:auto-cols-[minmax(9.75rem,1fr)]">
          {stages.map((stage) => (
            <Column
              key={stage}
              stage={stage}
              jobs={shown.filter((job) => job.stage === stage)}
              isPending={saved.isPending}
              moved={movedByMenu}
              onDrop={(id) => moveTo(shown.find(({ job_id }) => job_id === id), stage)}
            >
              {(job) => (
                <BoardCard
                  key={job.job_id}
                  saved={job}
                  takesFocus={movedByMenu === job.job_id}
                  onMove={(to) => {
                    setMovedByMenu(job.job_id);
                    moveTo(job, to);
                  }}
                />
              )}
            </Column>
          ))}
        </div>
      </div>
      {saved.hasNextPage && (
        <div className="mt-4 flex justify-center">
          <Button look="secondary" busy={saved.isFetchingNextPage} onClick={() => void saved.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
