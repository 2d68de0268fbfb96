// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { useFacts } from './facts';
import { Fit } from './fit';
import { messages } from './messages';
import { SaveButton } from './save-button';
import { StageBadge } from './stage-badge';
import { type JobSummary, jobAddress } from './use-jobs';

/// A job of the list: what it is, how well it fits, and whether it is saved.
export function JobRow({ job, searched }: { job: JobSummary; searched: boolean }) {
  const t = useMessages(messages);
  const facts = useFacts()(job);
  return (
    <Card as="li" className="grid gap-x-6 gap-y-3 py-4 md:grid-cols-[minmax(0,1fr)_auto] md:items-center">
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h2 className="min-w-0 font-sans text-base font-semibold tracking-normal wrap-anywhere">
            <Link href={jobAddress(job)} className="hover:underline focus-visible:rounded-sm">
              {job.title}
            </Link>
          </h2>
          {job.stage && job.stage !== 'saved' && <StageBadge stage={job.stage} />}
          {job.published && <Badge tone="note">{t('published')}</Badge>}
        </div>
        {facts.where.length > 0 && <p className="wrap-anywhere">{facts.where.join(' · ')}</p>}
        <p className="text-sm text-ink-soft">{[...facts.how, t('requirements', { count: job.requirements })].join(' · ')}</p>
        {searched && job.excerpt && <p className="line-clamp-2 max-w-3xl text-sm text-ink-soft wrap-anywhere">{job.excerpt}</p>}
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <Fit fit={job.fit} />
        <SaveButton job={job} />
      </div>
    </Card>
  );
}
