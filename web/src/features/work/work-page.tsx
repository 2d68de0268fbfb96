// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CalendarDays, CalendarRange, ListTodo, Plus, Rss } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button, IconButton } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { SegmentedControl } from '@/ui/segmented';
import { Skeleton } from '@/ui/skeleton';
import { Calendar } from './calendar';
import { GoalsStrip } from './goals-strip';
import { messages } from './messages';
import { QuickAdd } from './quick-add';

const TaskList = dynamic(() => import('./list').then((m) => m.TaskList), { ssr: false, loading: () => <Skeleton className="h-96 w-full rounded-lg" /> });
const FeedDialog = dynamic(() => import('./feed-dialog').then((m) => m.FeedDialog), { ssr: false });
const TaskDrawer = dynamic(() => import('./task-drawer').then((m) => m.TaskDrawer), { ssr: false });
const NewTaskDrawer = dynamic(() => import('./task-drawer').then((m) => m.NewTaskDrawer), { ssr: false });

const views = ['month', 'week', 'list'] as const;
type View = (typeof views)[number];
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);

/// What is shown stands in the address: view, day, goal, the task that is open.
export function WorkPage() {
  const t = useMessages(messages);
  const f = useFormat();
  const parameters = useSearchParams();
  const [feed, setFeed] = useState(false);
  const now = today(f.timeZone);
  const view = views.find((one) => one === parameters.get('view')) ?? 'month';
  const asked = parameters.get('at');
  const at = isDay(asked) ? asked : now;
  const goal = parameters.get('goal') ?? '';
  const task = parameters.get('task');
  const day = parameters.get('new');

  // The browser's own history takes a change at once: a second one made before the page has followed is on top of it.
  const go = (part: Readonly<Record<string, string | null>>, keep = false) => {
    const next = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(part)) {
      if (value === null) next.delete(name);
      else next.set(name, value);
    }
    const address = next.size > 0 ? `/work?${next}` : '/work';
    if (keep) history.pushState(null, '', address);
    else history.replaceState(null, '', address);
  };
  const open = (id: string) => go({ task: id }, true);
  const startNew = (on: string) => go({ new: on }, true);
  const close = () => go({ task: null, new: null });
  const onGoal = (id: string) => go({ goal: id || null });

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <SegmentedControl<View>
          label={t('view')}
          value={view}
          onChange={(chosen) => go({ view: chosen })}
          segments={[
            { value: 'month', label: t('month'), icon: CalendarDays },
            { value: 'week', label: t('week'), icon: CalendarRange },
            { value: 'list', label: t('list'), icon: ListTodo },
          ]}
        />
        <IconButton label={t('feed')} onClick={() => setFeed(true)}>
          <Rss aria-hidden />
        </IconButton>
        <Button onClick={() => startNew(at)}>
          <Plus aria-hidden />
          {t('new')}
        </Button>
      </PageHeader>
      <GoalsStrip goal={goal} onGoal={onGoal} />
      <QuickAdd goal={goal} />
      {view === 'list' ? (
        <TaskList goal={goal} onGoal={onGoal} onOpen={open} />
      ) : (
        <Calendar
          view={view}
          at={at}
          goal={goal}
          onAt={(to, other) => go({ at: to, ...(other && { view: other }) })}
          onOpen={open}
          onNew={startNew}
        />
      )}
      {task && <TaskDrawer key={task} id={task} day={at} goal={goal} onClose={close} />}
      {!task && day !== null && <NewTaskDrawer day={isDay(day) ? day : now} goal={goal} onClose={close} />}
      {feed && <FeedDialog onClose={() => setFeed(false)} />}
    </>
  );
}
