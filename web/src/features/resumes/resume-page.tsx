// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter, useSearchParams } from 'next/navigation';
import { get } from '@/api/client';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { ResumeMenu } from './resume-menu';
import { ReadResume } from './read-resume';
import { Failure, Reading, ResumeFacts, usePasteDialog } from './resume-row';
import type { Resume } from './upload';

export function ResumePage() {
  const id = useSearchParams().get('id');
  return id ? <OneResume key={id} id={id} /> : <NoResume />;
}

function NoResume() {
  const t = useMessages(messages);
  return (
    <PageHeader title={t('noSuch')} lead={t('noSuchText')}>
      <ButtonLink href="/resumes">{t('toList')}</ButtonLink>
    </PageHeader>
  );
}

function OneResume({ id }: { id: string }) {
  const found = useQuery({
    ...get('/api/resumes/{resume_id}', { params: { path: { resume_id: id } } }),
    refetchInterval: ({ state }) => (state.data?.state === 'importing' ? 1500 : false),
  });
  if (found.isPending) return <PageSkeleton />;
  if (found.isError) {
    const status = found.error instanceof ApiError ? found.error.status : 0;
    if (status === 404 || status === 400) return <NoResume />;
    if (!found.data) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  }
  return <Found resume={found.data} />;
}

function Found({ resume }: { resume: Resume }) {
  const t = useMessages(messages);
  const router = useRouter();
  const { paste, dialog } = usePasteDialog(resume);
  return (
    <>
      <PageHeader
        title={resume.name}
        above={
          <Link href="/resumes" className="font-medium hover:text-ink hover:underline">
            {t('allResumes')}
          </Link>
        }
        lead={<ResumeFacts resume={resume} />}
      >
        {resume.is_default && <Badge tone="good">{t('isDefault')}</Badge>}
        {resume.text_source === 'pasted' && <Badge>{t('pasted')}</Badge>}
        <ResumeMenu resume={resume} onDeleted={() => router.replace('/resumes')} />
      </PageHeader>
      {resume.state === 'ready' && <ReadResume resume={resume} />}
      {resume.state === 'failed' && (
        <Card tone="bad" className="max-w-2xl">
          <h2 className="text-xl">{t('failedTitle')}</h2>
          <p className="mt-1.5 mb-4 text-ink-soft">{t('failedText')}</p>
          <Failure resume={resume} onPaste={paste} />
        </Card>
      )}
      {resume.state === 'importing' && (
        <Card className="max-w-2xl">
          <h2 className="text-xl">{t('importingTitle')}</h2>
          <p className="mt-1.5 mb-4 text-ink-soft">{t('importingText')}</p>
          <Reading resume={resume} />
        </Card>
      )}
      {dialog}
    </>
  );
}

export function PageSkeleton() {
  const t = useMessages(messages);
  return (
    <div role="status" aria-label={t('loadingOne')} className="grid gap-5">
      <Skeleton className="h-10 w-72 max-w-full" />
      <Skeleton className="h-32 w-full rounded-lg" />
      <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
        <Skeleton className="h-[36rem] w-full rounded-lg" />
        <Skeleton className="h-96 w-full rounded-lg" />
      </div>
    </div>
  );
}
