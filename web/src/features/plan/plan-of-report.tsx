// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CircleCheck, GraduationCap, Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { Progress } from '@/ui/progress';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { AdviceBar } from './advice-bar';
import { ItemRow } from './item-row';
import { messages } from './messages';
import { PlanPanel } from './plan-panel';
import { inOrder, isVerified, type Order, type Report, useItems, useSearch } from './use-plan';

const atFirst = 3;

/// What one could learn for a report beside the plan that is made of it. Looks for items where there are none.
export function PlanOfReport({ report }: { report: Report }) {
  const t = useMessages(messages);
  const [order, setOrder] = useState<Order>('ours');
  const query = useItems(report.id, order);
  const { search, ...found } = useSearch(report.id);
  const [choice, setChoice] = useState<ReadonlySet<string> | null>(null);
  const [added, setAdded] = useState(0);
  const none = query.isSuccess && query.items.length === 0;
  const asked = useRef(false);
  useEffect(() => {
    if (!none || asked.current) return;
    asked.current = true;
    search();
  }, [none, search]);

  const open = query.items.filter((item) => item.task_id === null);
  const chosen = choice ?? new Set(inOrder(open.filter(isVerified), 'ours').slice(0, atFirst).map(({ id }) => id));
  const choose = (id: string, yes: boolean) => {
    const next = new Set(chosen);
    if (yes) next.add(id);
    else next.delete(id);
    setAdded(0);
    setChoice(next);
  };

  if (query.isError && !query.data) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (found.error) return <ErrorState error={found.error} onRetry={() => search()} />;
  if (none && found.done)
    return (
      <EmptyState
        icon={GraduationCap}
        title={t('nothingTitle')}
        action={
          <Button look="secondary" onClick={() => search()}>
            <Search aria-hidden />
            {t('searchAgain')}
          </Button>
        }
      >
        {t('nothingText')}
      </EmptyState>
    );
  if (query.isPending || none)
    return (
      <div className="grid gap-4">
        {none && <Progress value={found.progress} label={t('searching')} />}
        <SkeletonList label={t('searching')} row="h-32" />
      </div>
    );
  return (
    <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start">
      <Card flush>
        <AdviceBar report={report.id} items={query.items} order={order} onOrder={setOrder} />
        <ul aria-label={t('items')}>
          {query.items.map((item) => (
            <ItemRow key={item.id} item={item} chosen={chosen.has(item.id)} onChoose={(yes) => choose(item.id, yes)} />
          ))}
        </ul>
      </Card>
      <div className="max-lg:contents lg:grid lg:grid-cols-1 lg:gap-4">
        {added > 0 && (
          <p role="status" className="flex flex-wrap items-center gap-2.5 rounded-lg bg-good-soft px-4 py-3 font-medium text-good">
            <CircleCheck aria-hidden className="size-5 shrink-0" />
            <span className="grow">{t('added', { count: added })}</span>
            <ButtonLink href="/work" look="secondary" size="sm">
              {t('toCalendar')}
            </ButtonLink>
          </p>
        )}
        <PlanPanel
          report={report}
          items={open.filter(({ id }) => chosen.has(id))}
          onAdded={(count) => {
            setAdded(count);
            setChoice(new Set());
          }}
        />
      </div>
    </div>
  );
}
