// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { addDays, addMonths, firstOfMonth, monday } from '@/i18n/days';
import { parseDay, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button, IconButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { ErrorState } from '@/ui/states';
import { useMedia } from '@/ui/use-media';
import { Agenda } from './agenda';
import { moved } from './lanes';
import { messages } from './messages';
import { SmallMonth } from './small-month';
import { type Occurrence, useMove, useOccurrences } from './use-tasks';
import { type Dragged, WeekRow } from './week-row';

interface Props {
  view: 'month' | 'week';
  /// A day of what is shown.
  at: string;
  goal: string;
  onAt: (day: string, view?: 'week') => void;
  onOpen: (id: string) => void;
  onNew: (day: string) => void;
}

export function Calendar({ view, at, goal, onAt, onOpen, onNew }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const wide = useMedia('(min-width: 48rem)');
  const dragged = useRef<Dragged | null>(null);
  const focused = useRef<string | null>(null);
  const opened = useRef<string | null>(null);
  const [said, setSaid] = useState('');
  const first = monday(view === 'month' ? firstOfMonth(at) : at);
  const end = view === 'month' ? addMonths(at, 1) : addDays(first, 7);
  const mondays: string[] = [];
  for (let day = first; day < end; day = addDays(day, 7)) mondays.push(day);
  const query = useOccurrences(first, addDays(mondays.at(-1) ?? first, 6), goal);
  const tasks = query.data?.items ?? [];
  const move = useMove();

  // A task that was moved by the keyboard keeps the focus on its new day, also when another month has to come first;
  // until the focus is given to something else.
  useEffect(() => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && active !== document.body && active.dataset.task !== focused.current) focused.current = null;
    if (focused.current !== null) document.querySelector<HTMLElement>(`[data-task="${focused.current}"]`)?.focus();
  }, [query.data]);
  useEffect(() => {
    const forget = () => (focused.current = null);
    window.addEventListener('pointerdown', forget);
    return () => window.removeEventListener('pointerdown', forget);
  }, []);

  const onMove = (task: Occurrence, days: number) => {
    const to = moved(task, days);
    focused.current = task.task_id;
    move({ task: { id: task.task_id, version: task.version }, from: task, to });
    setSaid(t('movedToast', { title: task.title, day: f.day(to.start_on) }));
    if (to.start_on < first || to.start_on >= end) onAt(to.start_on);
  };
  const step = (by: number) => onAt(view === 'month' ? addMonths(at, by) : addDays(at, 7 * by));
  const title =
    view === 'month'
      ? new Intl.DateTimeFormat(f.language, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(parseDay(at))
      : new Intl.DateTimeFormat(f.language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }).formatRange(
          parseDay(first),
          parseDay(addDays(first, 6)),
        );
  const weekday = new Intl.DateTimeFormat(f.language, { weekday: 'short', timeZone: 'UTC' });

  return (
    <Card flush>
      <div className="flex items-center gap-1 border-b border-line px-3 py-2">
        <h2 aria-live="polite" className="mr-auto min-w-0 pl-1 text-lg sm:text-xl">
          {title}
        </h2>
        <Button look="secondary" size="sm" onClick={() => onAt(today(f.timeZone))}>
          {t('today')}
        </Button>
        <IconButton size="sm" label={t(view === 'month' ? 'monthBefore' : 'weekBefore')} onClick={() => step(-1)}>
          <ChevronLeft aria-hidden />
        </IconButton>
        <IconButton size="sm" label={t(view === 'month' ? 'monthAfter' : 'weekAfter')} onClick={() => step(1)}>
          <ChevronRight aria-hidden />
        </IconButton>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {(wide || view === 'month') && (
        <div aria-hidden className="grid grid-cols-7 border-b border-line bg-well/60 text-xs font-semibold text-ink-soft">
          {Array.from({ length: 7 }, (_, i) => (
            <span key={i} className="px-2.5 py-1.5 max-md:text-center">
              {weekday.format(parseDay(addDays(first, i)))}
            </span>
          ))}
        </div>
      )}
      <div aria-busy={query.isPending}>
        {!wide && view === 'week' && <Agenda key={first} monday={first} tasks={tasks} openedRef={opened} onOpen={onOpen} onNew={onNew} />}
        {!wide && view === 'month' && (
          <SmallMonth
            mondays={mondays}
            month={at.slice(0, 7)}
            tasks={tasks}
            onDay={(day) => {
              opened.current = day;
              onAt(day, 'week');
            }}
          />
        )}
        {wide &&
          mondays.map((day) => (
            <WeekRow
              key={day}
              monday={day}
              tasks={tasks}
              {...(view === 'month' && { month: at.slice(0, 7) })}
              dragged={dragged}
              onOpen={onOpen}
              onMove={onMove}
              onDay={(chosen) => onAt(chosen, 'week')}
              onNew={onNew}
            />
          ))}
      </div>
      {wide && <p className="border-t border-line px-4 py-2 text-xs text-ink-soft">{t('moveHint')}</p>}
    </Card>
  );
}
