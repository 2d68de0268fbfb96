// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarPlus } from 'lucide-react';
import { useId, useMemo, useState } from 'react';
import { get } from '@/api/client';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { PlanForm, type Wishes, wrongWishes } from './plan-form';
import { PlanJump } from './plan-jump';
import { PlanPreview } from './plan-preview';
import { type GoalChoice, type Item, type PlanRequest, type Report, useAddTasks, useGoals, usePreview } from './use-plan';

interface Props {
  report: Report;
  /// The chosen ones, in the order of work.
  items: readonly Item[];
  onAdded: (count: number) => void;
}

/// Wishes, the plan that follows from them at once, and the button that makes it tasks.
export function PlanPanel({ report, items, onAdded }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const id = useId();
  const settings = useQuery(get('/api/settings'));
  const known = useGoals();
  const add = useAddTasks(report.job_id);
  const [changed, setChanged] = useState<Partial<Wishes>>({});
  const wishes: Wishes = {
    hours: String(Math.max(1, settings.data?.weekly_hours ?? 5)),
    deadline: '',
    goal: undefined,
    ...changed,
  };
  const goals = known.data?.items ?? [];
  const goal = wishes.goal ?? goals.find((one) => one.job_id === report.job_id)?.id ?? 'new';
  const wrong = Object.keys(wrongWishes(wishes, today(f.timeZone))).length > 0;
  const ids = items.map((item) => item.id).join(' ');
  const { hours, deadline } = wishes;
  const request = useMemo<PlanRequest | null>(
    () =>
      ids === '' || wrong || !settings.isSuccess
        ? null
        : {
            learning_item_ids: ids.split(' '),
            weekly_hours: Number(hours),
            deadline: deadline || null,
          },
    [ids, wrong, settings.isSuccess, hours, deadline],
  );
  const preview = usePreview(request);
  const plan = request ? preview.data : undefined;
  const count = plan?.tasks.length ?? 0;

  const submit = () => {
    if (!request) return;
    const choice: GoalChoice = goal === '' ? null : goal === 'new' ? { title: report.job_title } : { id: goal };
    add.mutate({ request, goal: choice }, { onSuccess: ({ added }) => onAdded(added) });
  };

  // Neither hours nor a goal are shown that were only supposed.
  if (settings.isPending || known.isPending) return <Skeleton className="h-[32rem] w-full rounded-lg" />;
  return (
    <>
      {plan && <PlanJump plan={plan} to={id} />}
      <Card id={id} className="grid scroll-mt-20 grid-cols-1 gap-5 lg:sticky lg:top-20">
        <div>
          <CardHeader title={t('yourPlan')} />
          <PlanForm
            wishes={wishes}
            onChange={(part) => setChanged((was) => ({ ...was, ...part }))}
            goal={goal}
            goals={goals}
            newGoal={report.job_title}
          />
        </div>
        {items.length === 0 && <p className="rounded-lg bg-well px-4 py-3 text-sm text-ink-soft">{t('chooseSome')}</p>}
        {request && preview.isPending && <Skeleton className="h-56 w-full rounded-lg" />}
        {(preview.isError || add.isError) && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {(add.error ?? preview.error)?.message}
          </p>
        )}
        {plan && (
          <PlanPreview plan={plan} items={items} weeklyHours={Number(hours)} deadline={deadline || null} waiting={preview.waiting} />
        )}
        <Button className="w-full" busy={add.isPending} disabled={count === 0 || preview.waiting} onClick={submit}>
          <CalendarPlus aria-hidden />
          {t('addTasks', { count })}
        </Button>
      </Card>
    </>
  );
}
