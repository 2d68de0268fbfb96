// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Bookmark } from 'lucide-react';
import { type DragEvent, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { BoardCard } from './board-card';
import { dragged } from './dragged';
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
            <Column key={stage} stage={stage} count={shown.filter((job) => job.stage === stage).length} onDrop={(id) => moveTo(shown.find(({ job_id }) => job_id === id), stage)}>
              {saved.isPending && <Skeleton className="h-24 w-full rounded-lg" />}
              {shown
                .filter((job) => job.stage === stage)
                .map((job) => (
                  <BoardCard
                    key={job.job_id}
                    saved={job}
                    takesFocus={movedByMenu === job.job_id}
                    onMove={(to) => {
                      setMovedByMenu(job.job_id);
                      moveTo(job, to);
                    }}
                  />
                ))}
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

interface ColumnProps {
  stage: Stage;
  count: number;
  onDrop: (id: string) => void;
  children: React.ReactNode;
}

function Column({ stage, count, onDrop, children }: ColumnProps) {
  const t = useMessages(messages);
  const [over, setOver] = useState(false);
  const isJob = (event: DragEvent) => event.dataTransfer.types.includes(dragged);
  return (
    // Dropping is one of two ways; the keyboard's is the menu of each card.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t(`stage.${stage}`)}
      onDragOver={(event) => {
        if (!isJob(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(dragged));
      }}
      className={cx(
        'flex min-h-64 min-w-0 flex-col gap-2 rounded-lg border p-2 transition-colors',
        over ? 'border-primary bg-primary-soft' : 'border-line bg-well/60',
      )}
    >
      <h2 className="flex items-center justify-between px-2 pt-1 font-sans text-sm font-semibold tracking-normal">
        {t(`stage.${stage}`)}
        <span className="rounded-full bg-card px-2 text-xs leading-5 text-ink-soft figures">{count}</span>
      </h2>
      {count > 0 || stage === 'saved' ? <ul className="grid gap-2">{children}</ul> : <p className="px-2 text-sm text-ink-soft">{t('emptyStage')}</p>}
    </section>
  );
}
