// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { addDays } from '@/i18n/days';
import { daysBetween, parseDay, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';
import type { Plan } from './use-plan';

interface Props {
  plan: Plan;
  weeklyHours: number;
  deadline: string | null;
}

/// The planned work as bars over the weeks, and below how full each week is.
export function Timeline({ plan, weeklyHours, deadline }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const first = plan.weeks[0]?.begins_on;
  const last = plan.weeks.at(-1)?.begins_on;
  if (!first || !last) return null;
  const end = addDays(last, 7);
  const days = daysBetween(first, end);
  const at = (day: string) => (daysBetween(first, day) / days) * 100;
  const most = Math.max(weeklyHours * 60, ...plan.weeks.map((week) => week.minutes));
  const dayAndMonth = new Intl.DateTimeFormat(f.language, { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const short = (day: string) => dayAndMonth.format(parseDay(day));
  const deadlineIn = deadline !== null && deadline >= first && deadline < end;
  return (
    <div className="grid grid-cols-1 gap-3">
      <ol className="grid grid-cols-1 gap-2" aria-label={t('tasksOfPlan')}>
        {plan.tasks.map((task) => (
          <li key={task.learning_item_id} className="grid grid-cols-1 gap-1">
            <span className="flex items-baseline justify-between gap-3 text-sm">
              <span className="truncate font-medium" title={task.title}>
                {task.title}
              </span>
              <span className="shrink-0 text-xs text-ink-soft figures">
                {short(task.start_on)} – {short(task.end_on)}
              </span>
            </span>
            <span aria-hidden className="relative block h-2 rounded-full bg-well">
              <span
                className="absolute inset-y-0 min-w-1.5 rounded-full bg-held"
                style={{ left: `${at(task.start_on)}%`, right: `${100 - at(addDays(task.end_on, 1))}%` }}
              />
              {deadlineIn && <i className="absolute -inset-y-1 w-0.5 bg-needed" style={{ left: `${at(addDays(deadline, 1))}%` }} />}
            </span>
          </li>
        ))}
      </ol>
      <div>
        <h3 className="mb-1.5 text-xs font-semibold text-ink-soft">{t('load')}</h3>
        <ol className="flex h-14 items-end gap-0.5" aria-label={t('load')}>
          {plan.weeks.map((week) => (
            <li key={week.begins_on} className="relative h-full min-w-0.5 grow basis-0 rounded-t-sm bg-well">
              <span
                aria-hidden
                className="absolute inset-x-0 bottom-0 rounded-t-sm bg-held/70"
                style={{ height: `${(week.minutes / most) * 100}%` }}
              />
              <span className="sr-only">
                {t('weekLoad', { day: f.day(week.begins_on), hours: f.decimal(week.minutes / 60) })}
              </span>
            </li>
          ))}
        </ol>
        <p aria-hidden className="mt-1 flex justify-between text-xs text-ink-soft figures">
          <span>{short(first)}</span>
          <span>{short(addDays(end, -1))}</span>
        </p>
      </div>
    </div>
  );
}
