// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Ellipsis, ExternalLink, Pencil, Trash2 } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm';
import { Menu, type MenuItem } from '@/ui/menu';
import { messages } from './messages';
import { type Job, useDeleteJob } from './use-jobs';

const JobDialog = dynamic(() => import('./job-form').then((m) => m.JobDialog), { ssr: false });

/// What can be done with a job as a whole; changing it only when it is one's own.
export function JobMenu({ job, onDeleted }: { job: Job; onDeleted: () => void }) {
  const t = useMessages(messages);
  const [asks, setAsks] = useState<'edit' | 'delete' | null>(null);
  const remove = useDeleteJob(onDeleted);
  const label = t('actions', { title: job.title });
  const close = () => setAsks(null);
  const { url } = job;
  const items: readonly (MenuItem | false)[] = [
    job.owned && { label: t('edit'), icon: Pencil, onSelect: () => setAsks('edit') },
    url !== null && { label: t('openAd'), icon: ExternalLink, onSelect: () => window.open(url, '_blank', 'noreferrer') },
    job.owned && { label: t('delete'), icon: Trash2, onSelect: () => setAsks('delete'), danger: true, apart: true },
  ];
  const shown = items.filter((item) => item !== false);
  if (shown.length === 0) return null;
  return (
    <>
      <Menu
        label={label}
        trigger={
          <IconButton label={label}>
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={shown}
      />
      {asks === 'edit' && <JobDialog job={job} onKept={close} onClose={close} />}
      <ConfirmDialog
        open={asks === 'delete'}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        busy={remove.isPending}
        onClose={close}
        onConfirm={() => remove.mutate(job, { onSettled: close })}
      >
        {t('deleteText', { title: job.title })}
      </ConfirmDialog>
    </>
  );
}
