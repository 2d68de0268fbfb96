// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Repeat } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { jobTypeNames } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { messages } from './messages';
import { lookedFor } from './run-text';
import { useRepeatNoMore, useSchedules } from './use-fetching';

/// Fetches that repeat by themselves; nothing when none does.
export function ScheduleList() {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const f = useFormat();
  const schedules = useSchedules();
  const end = useRepeatNoMore();
  if (schedules.length === 0) return null;
  return (
    <ul aria-label={t('schedules')} className="grid grid-cols-[minmax(0,1fr)] gap-3">
      {schedules.map((schedule) => ({ ...schedule, what: lookedFor(schedule, tType) })).map((schedule) => (
        <Card as="li" key={schedule.id} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3">
          <Repeat aria-hidden className="size-5 shrink-0 text-ink-soft" />
          <div className="min-w-0 flex-1 basis-48">
            <p className="font-medium wrap-anywhere">{schedule.what}</p>
            <p className="text-sm text-ink-soft">
              {t('every', { count: schedule.every_days })} · {t('nextFetch', { when: f.time(schedule.next_at) })}
            </p>
          </div>
          <Button size="sm" look="secondary" aria-label={t('endRepeatOf', { what: schedule.what })} busy={end.isPending && end.variables === schedule.id} onClick={() => end.mutate(schedule.id)}>
            {t('endRepeat')}
          </Button>
        </Card>
      ))}
      {end.isError && (
        <li role="alert" className="text-sm font-medium text-bad">
          {end.error.message}
        </li>
      )}
    </ul>
  );
}
