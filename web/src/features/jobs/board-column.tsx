// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/skeleton';
import { dragged } from './dragged';
import { messages } from './messages';
import type { SavedJob, Stage } from './use-jobs';

/// So many cards at first, where there are some more than that.
const first = 8;
const some = 2;

interface Props {
  stage: Stage;
  jobs: readonly SavedJob[];
  isPending: boolean;
  /// The job that was moved last by its menu: never out of sight.
  moved: string | null;
  onDrop: (id: string) => void;
  children: (job: SavedJob) => ReactNode;
}

/// A stage of the board. A long one shows its first cards, and the others on demand.
export function Column({ stage, jobs, isPending, moved, onDrop, children }: Props) {
  const t = useMessages(messages);
  const [over, setOver] = useState(false);
  const [all, setAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const isJob = (event: DragEvent) => event.dataTransfer.types.includes(dragged);
  const long = jobs.length > first + some;
  const shown = long && !all ? jobs.filter(({ job_id }, i) => i < first || job_id === moved) : jobs;
  const toggle = () => {
    const before = shown.length;
    flushSync(() => setAll(!all));
    // Who goes on by keyboard goes on with the cards that came.
    if (!all) list.current?.children[before]?.querySelector<HTMLElement>('a')?.focus();
  };
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
        <span className="rounded-full bg-card px-2 text-xs leading-5 text-ink-soft figures">{jobs.length}</span>
      </h2>
      {jobs.length > 0 || stage === 'saved' ? (
        <ul ref={list} className="grid gap-2">
          {isPending && <Skeleton className="h-24 w-full rounded-lg" />}
          {shown.map((job) => children(job))}
        </ul>
      ) : (
        <p className="px-2 text-sm text-ink-soft">{t('emptyStage')}</p>
      )}
      {long && (
        <Button look="quiet" size="sm" aria-expanded={all} onClick={toggle}>
          {all ? t('fewerCards') : t('allCards', { count: jobs.length })}
        </Button>
      )}
    </section>
  );
}
