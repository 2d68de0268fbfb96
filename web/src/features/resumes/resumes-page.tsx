// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ClipboardPaste } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { FileDrop } from '@/ui/file-drop';
import { PageHeader } from '@/ui/page-header';
import { SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { PasteDialog } from './paste-dialog';
import { ResumeRow } from './resume-row';
import { UploadRow } from './upload-row';
import { useResumes } from './use-resumes';
import { useUploads } from './use-uploads';

export function ResumesPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const pasting = useSearchParams().has('paste');
  const resumes = useResumes();
  const { uploads, upload, dismiss } = useUploads();
  const shown = resumes.data?.pages.flatMap((page) => page.items) ?? [];
  const empty = resumes.isSuccess && shown.length === 0;

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <Button look="secondary" onClick={() => router.push('/resumes?paste')}>
          <ClipboardPaste aria-hidden />
          {t('paste')}
        </Button>
      </PageHeader>

      <div className="grid gap-6">
        {empty && (
          <div className="grid justify-items-center gap-2 pt-4 text-center">
            <h2 className="text-xl">{t('emptyTitle')}</h2>
            <p className="max-w-lg text-ink-soft">{t('emptyText')}</p>
          </div>
        )}
        <FileDrop label={t('drop')} accept=".pdf,.docx,.html,.htm,.txt,.md" multiple onFiles={upload} hint={t('dropHint')} compact={shown.length > 0} />
        {uploads.length > 0 && (
          <ul className="grid gap-3">
            {uploads.map((one) => (
              <UploadRow key={one.id} upload={one} onDismiss={() => dismiss(one.id)} />
            ))}
          </ul>
        )}
        {resumes.isPending && <SkeletonList label={t('loading')} row="h-20" />}
        {resumes.isError && <ErrorState error={resumes.error} onRetry={() => void resumes.refetch()} />}
        {shown.length > 0 && (
          <ul aria-label={t('list')} className="grid gap-3">
            {shown.map((resume) => (
              <ResumeRow key={resume.id} resume={resume} />
            ))}
          </ul>
        )}
        {resumes.hasNextPage && (
          <Button look="secondary" className="justify-self-center" busy={resumes.isFetchingNextPage} onClick={() => void resumes.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </div>
      {pasting && <PasteDialog resume={null} onClose={() => router.replace('/resumes')} />}
    </>
  );
}
