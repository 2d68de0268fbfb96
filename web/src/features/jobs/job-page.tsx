// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { get } from '@/api/client';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { useFacts } from './facts';
import { JobMenu } from './job-menu';
import { JobReader } from './job-reader';
import { messages } from './messages';
import { OccupationCard } from './occupation-card';
import { ReportCard } from './report-card';
import { SaveButton } from './save-button';

// Only of saved jobs.
const ApplicationCard = dynamic(() => import('./application-card').then((m) => m.ApplicationCard), {
  ssr: false,
  loading: () => <Skeleton className="h-72 w-full rounded-lg" />,
});

export function JobPage() {
  const id = useSearchParams().get('id');
  return id ? <OneJob key={id} id={id} /> : <NoJob />;
}

function NoJob() {
  const t = useMessages(messages);
  return (
    <PageHeader title={t('noSuch')} lead={t('noSuchText')}>
      <ButtonLink href="/jobs">{t('toJobs')}</ButtonLink>
    </PageHeader>
  );
}

function OneJob({ id }: { id: string }) {
  const t = useMessages(messages);
  const router = useRouter();
  const factsOf = useFacts();
  const found = useQuery(get('/api/jobs/{job_id}', { params: { path: { job_id: id } } }));
  if (found.isPending) return <JobSkeleton />;
  if (found.isError) {
    const status = found.error instanceof ApiError ? found.error.status : 0;
    if (status === 404 || status === 400) return <NoJob />;
    return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  const job = found.data;
  const { where, how } = factsOf(job);
  return (
    <>
      <PageHeader
        title={job.title}
        above={
          <Link href="/jobs" className="font-medium hover:text-ink hover:underline">
            {t('allJobs')}
          </Link>
        }
        lead={
          <>
            {where.length > 0 && <span className="block text-ink wrap-anywhere">{where.join(' · ')}</span>}
            {how.join(' · ')}
          </>
        }
      >
        {job.published && <Badge tone="note">{t('published')}</Badge>}
        <SaveButton job={job} size="md" />
        <JobMenu job={job} onDeleted={() => router.replace('/jobs')} />
      </PageHeader>
      <div className="grid gap-5">
        <div className="grid items-stretch gap-5 md:grid-cols-2 xl:grid-cols-3">
          <ReportCard job={job} />
          <OccupationCard job={job} />
          <ApplicationCard job={job} />
        </div>
        <JobReader job={job} />
      </div>
    </>
  );
}

function JobSkeleton() {
  const t = useMessages(messages);
  return (
    <div role="status" aria-label={t('loadingOne')} className="grid gap-5">
      <Skeleton className="h-10 w-96 max-w-full" />
      <div className="grid gap-5 md:grid-cols-2 xl:grid-cols-3">
        <Skeleton className="h-40 rounded-lg" />
        <Skeleton className="h-40 rounded-lg" />
        <Skeleton className="h-40 rounded-lg" />
      </div>
      <Skeleton className="h-[32rem] w-full rounded-lg" />
    </div>
  );
}
