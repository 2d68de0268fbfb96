// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { PageHeader } from '@/ui/page-header';
import { ScoreRing } from '@/ui/score';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { messages } from './messages';
import { Near } from './near';
import { OccupationFacts } from './pathway-card';
import { Parts } from './parts';
import { SkillTable } from './skill-table';
import { Technologies } from './technologies';
import { pathwayAddress, usePathway } from './use-pathways';
import { Work } from './work';

export function PathwayPage() {
  const address = useSearchParams();
  const code = address.get('code');
  return code ? <OnePathway key={code} code={code} resume={address.get('resume')} /> : <NoPathway />;
}

function NoPathway() {
  const t = useMessages(messages);
  return (
    <PageHeader title={t('noSuch')} lead={t('noSuchText')}>
      <ButtonLink href="/pathways">{t('all')}</ButtonLink>
    </PageHeader>
  );
}

function OnePathway({ code, resume }: { code: string; resume: string | null }) {
  const t = useMessages(messages);
  const found = usePathway(code, resume);
  if (found.isPending) {
    return (
      <div role="status" aria-label={t('loadingOne')} className="grid gap-5">
        <Skeleton className="h-10 w-96 max-w-full" />
        <Skeleton className="h-36 w-full rounded-lg" />
        <Skeleton className="h-[32rem] w-full rounded-lg" />
      </div>
    );
  }
  if (found.isError) {
    const status = found.error instanceof ApiError ? found.error.status : 0;
    if (status === 404 || status === 400) return <NoPathway />;
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const { occupation, closeness, parts, work, ratings, rated_by, held, lacking, technologies_held, technologies_lacking, related } = found.data;
  return (
    <>
      <PageHeader
        title={occupation.name}
        lang="en"
        above={
          <Link href={pathwayAddress({ resume })} className="font-medium hover:text-ink hover:underline">
            {t('all')}
          </Link>
        }
        lead={<OccupationFacts occupation={occupation} />}
      />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <Card className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <div className="flex gap-4 sm:items-center sm:gap-6">
            <ScoreRing score={closeness} />
            <div className="min-w-0 flex-1">
              <h2 className="font-sans text-base font-semibold tracking-normal">{t('closeness')}</h2>
              <p className="mt-1 text-sm text-ink-soft">{t('closenessSays')}</p>
              {ratings === 'relatives' && <p className="mt-1 text-sm">{t('relatives', { names: rated_by.map(({ name }) => name).join(', ') })}</p>}
              {ratings === 'unknown' && <p className="mt-1 text-sm">{t('unrated')}</p>}
            </div>
          </div>
          <Parts parts={parts} why />
          <Work work={work} />
        </Card>
        <Tabs
          label={occupation.name}
          tabs={[
            { value: 'lack', label: t('lackCount'), count: lacking.length, content: <SkillTable skills={lacking} none={t('lackNone')} lacking /> },
            { value: 'bring', label: t('bringCount'), count: held.length, content: <SkillTable skills={held} none={t('bringNone')} /> },
            { value: 'tools', label: t('tools'), count: technologies_held.length + technologies_lacking.length, content: <Technologies pathway={found.data} /> },
          ]}
        />
        <Near occupations={related} resume={resume} />
      </div>
    </>
  );
}
