// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Bookmark, BookmarkCheck } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm';
import { messages } from './messages';
import { type JobSummary, useSaveJob } from './use-jobs';

/// Saves a job or takes it out again; asks where dates would be forgotten.
export function SaveButton({ job, size = 'sm' }: { job: Pick<JobSummary, 'id' | 'title' | 'saved' | 'stage'>; size?: 'sm' | 'md' }) {
  const t = useMessages(messages);
  const save = useSaveJob();
  const [asks, setAsks] = useState(false);
  const { title } = job;
  const act = () => {
    if (job.saved && job.stage !== 'saved') setAsks(true);
    else save.mutate({ job, save: !job.saved });
  };
  return (
    <>
      <Button
        size={size}
        look={job.saved ? 'secondary' : size === 'md' ? 'primary' : 'secondary'}
        aria-pressed={job.saved}
        busy={size === 'md' && save.isPending}
        aria-label={job.saved ? t('unsaveJob', { title }) : t('saveJob', { title })}
        onClick={act}
      >
        {job.saved ? <BookmarkCheck aria-hidden className="text-primary" /> : <Bookmark aria-hidden />}
        {job.saved ? t('saved') : t('save')}
      </Button>
      <ConfirmDialog
        open={asks}
        title={t('unsaveTitle')}
        confirm={t('unsaveConfirm')}
        cancel={t('cancel')}
        onClose={() => setAsks(false)}
        onConfirm={() => {
          setAsks(false);
          save.mutate({ job, save: false });
        }}
      >
        {t('unsaveText', { title })}
      </ConfirmDialog>
    </>
  );
}
