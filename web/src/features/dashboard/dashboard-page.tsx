// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useSession } from '@/api/session';
import { useMessages } from '@/i18n/messages';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { FirstSteps } from './first-steps';
import { messages } from './messages';
import { NextSkillCard } from './next-skill-card';
import { ProposalsCard } from './proposals-card';
import { RunsCard } from './runs-card';
import { ScoresCard } from './scores-card';
import { type Steps, useNextSkill, useSteps, useWeek } from './use-dashboard';
import { WeekCard } from './week-card';

/// The first page after signing in: where I stand, and what is next.
export function DashboardPage() {
  const t = useMessages(messages);
  const session = useSession();
  const steps = useSteps();
  const first = session.data?.user.name.split(' ')[0] ?? '';
  const week = useWeek();
  useNextSkill(); // asked for with all the rest, though its card comes after them
  return (
    <>
      <PageHeader title={first ? t('hello', { name: first }) : t('title')} lead={t('lead')} />
      {/* What comes at about the same time is shown together, and what takes longer below it: nothing that is read moves. */}
      {steps === null || week.isPending ? <Skeleton className="h-[36rem] rounded-lg" /> : <Known steps={steps} />}
    </>
  );
}

function Known({ steps }: { steps: Steps }) {
  const begins = !(steps.resume && steps.job && steps.report && steps.plan);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      {begins && <FirstSteps steps={steps} />}
      {steps.report ? (
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)] lg:grid-rows-[auto_1fr]">
          <ScoresCard />
          <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:row-span-2">
            <WeekCard />
            <RunsCard />
            <ProposalsCard />
          </div>
          <NextSkillCard />
        </div>
      ) : (
        <RunsCard />
      )}
    </div>
  );
}
