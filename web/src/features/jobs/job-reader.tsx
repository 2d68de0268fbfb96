// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { get } from '@/api/client';
import { AliasQuestions } from '@/document/alias-questions';
import type { Range } from '@/document/cut';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import type { Job } from './use-jobs';

const Reader = dynamic(() => import('@/document/reader').then((m) => m.Reader), {
  ssr: false,
  loading: () => <Skeleton className="h-[32rem] w-full rounded-lg" />,
});
const AddSkillDialog = dynamic(() => import('@/document/add-skill').then((m) => m.AddSkillDialog), { ssr: false });

const nowhere: readonly Range[] = [];

/// The ad beside what it asks for.
export function JobReader({ job }: { job: Job }) {
  const t = useMessages(messages);
  return job.description.trim() === '' ? <Card className="text-ink-soft">{t('noText')}</Card> : <ReadJob job={job} />;
}

function ReadJob({ job }: { job: Job }) {
  const t = useMessages(messages);
  const params = { path: { job_id: job.id } };
  const text = useQuery(get('/api/jobs/{job_id}/text', { params }));
  const requirements = useQuery(get('/api/jobs/{job_id}/requirements', { params }));
  const [adding, setAdding] = useState(false);
  const subject = { job_id: job.id };
  const broken = [text, requirements].find(({ isError }) => isError);
  if (broken) return <ErrorState error={broken.error} onRetry={() => void broken.refetch()} />;
  if (!text.data || !requirements.data) return <Skeleton className="h-[32rem] w-full rounded-lg" />;
  return (
    <>
      <AliasQuestions subject={subject} />
      <Reader
        subject={subject}
        text={text.data}
        list={requirements.data}
        textTitle={t('adText')}
        listTitle={t('requirementList')}
        asked={nowhere}
        action={
          <Button size="sm" look="secondary" aria-label={t('addRequirementLong')} onClick={() => setAdding(true)}>
            <Plus aria-hidden />
            {t('addRequirement')}
          </Button>
        }
      />
      {adding && <AddSkillDialog subject={subject} onAdded={() => undefined} onClose={() => setAdding(false)} />}
    </>
  );
}
