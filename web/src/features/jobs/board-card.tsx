// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { MoveHorizontal } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Menu } from '@/ui/menu';
import { ScoreBar } from '@/ui/score';
import { dragged } from './dragged';
import { messages } from './messages';
import { type SavedJob, type Stage, jobAddress, stages } from './use-jobs';

interface Props {
  saved: SavedJob;
  onMove: (stage: Stage) => void;
  /// It was moved just now: the focus follows it into its new column.
  takesFocus: boolean;
}

/// A saved job on the board.
export function BoardCard({ saved, onMove, takesFocus }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const { job, stage, stage_on, score } = saved;
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (takesFocus) card.current?.querySelector('button')?.focus();
    // Only as it arrives; later it must not pull the focus.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const label = t('moveJob', { title: job.title });
  return (
    // Dragging is one of two ways; the keyboard's is the menu.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={card}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragged, saved.job_id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="grid cursor-grab gap-2 rounded-md border border-line bg-card p-3 shadow-card active:cursor-grabbing"
    >
      <div className="flex items-start gap-1">
        <h3 className="min-w-0 grow text-sm font-semibold wrap-anywhere">
          <Link href={jobAddress(job)} draggable={false} className="hover:underline focus-visible:rounded-sm">
            {job.title}
          </Link>
        </h3>
        <Menu
          label={label}
          heading={t('moveTo')}
          trigger={
            <IconButton label={label} size="sm" className="-mt-1 -mr-1.5">
              <MoveHorizontal aria-hidden />
            </IconButton>
          }
          items={stages.map((to) => ({ label: t(`stage.${to}`), checked: to === stage, onSelect: () => onMove(to) }))}
        />
      </div>
      {job.company && <p className="text-sm text-ink-soft wrap-anywhere">{job.company}</p>}
      <p className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-xs text-ink-soft">
        <time dateTime={stage_on}>{t('stageSince', { day: f.day(stage_on) })}</time>
        {score !== null && <ScoreBar score={score} />}
      </p>
    </li>
  );
}
