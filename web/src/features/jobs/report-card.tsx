// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { ScoreRing } from '@/ui/score';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { type Job, useHasResume, useMakeReport } from './use-jobs';

/// The way from a job to its gap report.
export function ReportCard({ job }: { job: Job }) {
  const t = useMessages(messages);
  const f = useFormat();
  const router = useRouter();
  const hasResume = useHasResume();
  const report = useQuery(get('/api/gap/by-job/{job_id}', { params: { path: { job_id: job.id } } }));
  const make = useMakeReport();
  const made = report.data?.exists ? report.data : null;
  const score = made?.gap_report?.stats?.score ?? null;
  return (
    <Card className="flex flex-col">
      <CardHeader title={t('report')} />
      {hasResume === undefined || report.isPending ? (
        <Skeleton className="h-20 w-full" />
      ) : (
        <>
          <div className="flex grow items-center gap-4">
            {score !== null && <ScoreRing score={score} size="sm" />}
            <p className="text-ink-soft">
              {!hasResume ? t('needResume') : score !== null ? t('scoreOf', { score: f.number(score) }) : t('reportHint')}
            </p>
          </div>
          <div className="mt-4">
            {!hasResume ? (
              <ButtonLink href="/resumes" size="sm" look="secondary">
                {t('addResume')}
              </ButtonLink>
            ) : made?.id ? (
              <ButtonLink href={`/report?id=${encodeURIComponent(made.id)}`} size="sm">
                {t('openReport')}
              </ButtonLink>
            ) : (
              <Button size="sm" busy={make.isPending} onClick={() => make.mutate(job.id, { onSuccess: (address) => router.push(address) })}>
                {t('makeReport')}
              </Button>
            )}
          </div>
        </>
      )}
    </Card>
  );
}
