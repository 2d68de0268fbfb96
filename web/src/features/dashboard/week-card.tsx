// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { pages } from '@/shell/pages';
import { ButtonLink } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Checkbox } from '@/ui/checkbox';
import { cx } from '@/ui/cx';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { titled } from '@/ui/titled';
import { messages } from './messages';
import { type Task, useFinish, useWeek } from './use-dashboard';

const calendar = pages.find(({ path }) => path === '/work');

/// What there is to do in the next seven days, and what is late.
export function WeekCard() {
  const t = useMessages(messages);
  const { data, error, refetch } = useWeek();
  const finish = useFinish();
  return (
    <Card>
      <CardHeader title={t('week')}>
        {calendar && (
          <ButtonLink look="quiet" size="sm" href={calendar.path} className="-mr-3">
            {t('allTasks')}
          </ButtonLink>
        )}
      </CardHeader>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton className="h-40" />}
      {data?.items.length === 0 && <p className="py-2 text-ink-soft">{t('noTasks')}</p>}
      {data && data.items.length > 0 && (
        <ul className="grid grid-cols-[minmax(0,1fr)] gap-1">
          {byDay(data.items).map((task) => (
            <OneTask key={task.id} task={task} onDone={() => finish(task)} />
          ))}
        </ul>
      )}
    </Card>
  );
}

/// The day that a row shows: by which it is to be done.
const dayOf = (task: Task) => task.end_on ?? task.start_on;

/// In the order of the days that are shown; the server's is that of their beginnings.
function byDay(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => (dayOf(a) ?? '').localeCompare(dayOf(b) ?? ''));
}

function OneTask({ task, onDone }: { task: Task; onDone: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const day = dayOf(task);
  const late = day !== null && day < today(f.timeZone);
  return (
    <li className="flex min-h-10 items-center gap-3">
      <Checkbox bare checked={false} onChange={onDone}>
        {t('done', { title: task.title })}
      </Checkbox>
      <span className="min-w-0 grow leading-5 wrap-anywhere">{task.title}</span>
      <span className={cx('shrink-0 text-sm figures', late ? 'font-medium text-warn' : 'text-ink-soft')}>
        {day && (
          <time dateTime={day} {...titled(() => f.day(day))}>
            {f.inDays(day)}
          </time>
        )}
      </span>
    </li>
  );
}
