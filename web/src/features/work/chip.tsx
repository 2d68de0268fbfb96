// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Check, GraduationCap, Repeat } from 'lucide-react';
import type { DragEvent, KeyboardEvent } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import type { Occurrence } from './use-tasks';

const tones = {
  high: 'border-l-bad',
  medium: 'border-l-primary',
  low: 'border-l-note',
  optional: 'border-l-line-strong',
} as const;

interface Props {
  task: Occurrence;
  /// It begins before, or goes on after what is shown.
  before?: boolean;
  after?: boolean;
  tall?: boolean;
  onOpen: () => void;
  /// Moves it by so many days; absent where it cannot be moved.
  onMove?: (days: number) => void;
  onDragStart?: (event: DragEvent) => void;
  onDragEnd?: () => void;
}

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

/// A task on the calendar: opened by a click, moved by dragging or, while it has the focus, by Shift and arrows.
export function TaskChip({ task, before, after, tall, onOpen, onMove, onDragStart, onDragEnd }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const movable = onMove !== undefined;
  const name = t(task.projected ? 'chipProjected' : task.done ? 'chipDone' : 'chip', {
    title: task.title,
    from: f.day(task.start_on),
    to: f.day(task.end_on),
    priority: t(`priority.${task.priority}`),
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.shiftKey ? steps[event.key] : undefined;
    if (step === undefined || !onMove) return;
    event.preventDefault();
    onMove(step);
  };
  return (
    <button
      type="button"
      data-task={task.projected ? undefined : task.task_id}
      aria-label={name}
      aria-keyshortcuts={movable ? 'Shift+ArrowLeft Shift+ArrowRight Shift+ArrowUp Shift+ArrowDown' : undefined}
      title={task.title}
      draggable={movable}
      onDragStart={onDragStart}
      onDragEnd={onDragEnd}
      onClick={onOpen}
      onKeyDown={onKeyDown}
      className={cx(
        'flex w-full min-w-0 items-center gap-1.5 border border-l-4 px-1.5 text-left font-medium transition-colors focus-visible:outline-offset-1',
        tall ? 'min-h-9 py-1.5 text-sm' : 'h-6 text-xs',
        before ? 'rounded-l-none' : 'rounded-l-sm',
        after ? 'rounded-r-none' : 'rounded-r-sm',
        tones[task.priority],
        movable && 'cursor-grab active:cursor-grabbing',
        task.projected
          ? 'border-dashed border-y-line-strong/60 border-r-line-strong/60 bg-transparent text-ink-soft'
          : task.done
            ? 'border-y-transparent border-r-transparent bg-well text-ink-soft line-through'
            : 'border-y-line border-r-line bg-raised text-ink hover:border-y-line-strong hover:border-r-line-strong',
      )}
    >
      {task.done && <Check aria-hidden className="size-3.5 shrink-0 text-good" strokeWidth={3} />}
      {task.projected && <Repeat aria-hidden className="size-3 shrink-0" />}
      {task.learning_item_id !== null && !task.done && !task.projected && (
        <GraduationCap aria-hidden className="size-3.5 shrink-0 text-primary" />
      )}
      <span className={cx('min-w-0', tall ? 'line-clamp-2 wrap-anywhere' : 'truncate')}>{task.title}</span>
    </button>
  );
}
