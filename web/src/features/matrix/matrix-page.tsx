// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Grid3x3 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Select } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { HeatMap } from './heat-map';
import { messages } from './messages';
import { NextSkills } from './next-skills';
import { mostJobs, type Stage, stages, useMatrix } from './use-matrix';

export function MatrixPage() {
  const t = useMessages(messages);
  const [stage, setStage] = useState<Stage | null>(null);
  const { data, error, refetch } = useMatrix(stage);
  const empty = data !== undefined && (data.resumes.length === 0 || data.jobs.length === 0);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {(!empty || stage !== null) && (
          <Select
            aria-label={t('stage')}
            className="w-48"
            value={stage ?? ''}
            onChange={({ target }) => setStage(stages.find((known) => known === target.value) ?? null)}
          >
            <option value="">{t('stage.all')}</option>
            {stages.map((known) => (
              <option key={known} value={known}>
                {t(`stage.${known}`)}
              </option>
            ))}
          </Select>
        )}
      </PageHeader>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!data && !error && (
        <div role="status" aria-label={t('loading')} className="grid gap-6">
          <Skeleton className="h-40 rounded-lg" />
          <Skeleton className="h-96 rounded-lg" />
        </div>
      )}
      {empty && stage === null && (
        <EmptyState
          icon={Grid3x3}
          title={t('emptyTitle')}
          action={data.resumes.length === 0 ? <ButtonLink href="/resumes">{t('addResume')}</ButtonLink> : <ButtonLink href="/jobs">{t('saveJob')}</ButtonLink>}
        >
          {t('emptyText')}
        </EmptyState>
      )}
      {empty && stage !== null && <p className="rounded-lg border border-dashed border-line-strong/50 p-10 text-center text-ink-soft">{t('emptyStage')}</p>}
      {data && !empty && (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          <NextSkills skills={data.next_skills} />
          <div>
            <HeatMap matrix={data} />
            {data.jobs.length === mostJobs && <p className="mt-2 text-sm text-ink-soft">{t('lastJobs', { count: mostJobs })}</p>}
          </div>
        </div>
      )}
    </>
  );
}
