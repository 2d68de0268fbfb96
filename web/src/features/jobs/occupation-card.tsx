// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import type { Job } from './use-jobs';

const OccupationDialog = dynamic(() => import('./occupation-dialog').then((m) => m.OccupationDialog), { ssr: false });

/// Which occupation the job is read as, and the way to another.
export function OccupationCard({ job }: { job: Job }) {
  const t = useMessages(messages);
  const f = useFormat();
  const [choosing, setChoosing] = useState(false);
  const found = useQuery(get('/api/jobs/{job_id}/occupation', { params: { path: { job_id: job.id } } }));
  const occupation = found.data?.occupation ?? null;
  return (
    <Card className="flex flex-col">
      <CardHeader title={t('occupation')} />
      {found.isPending ? (
        <Skeleton className="h-20 w-full" />
      ) : (
        <>
          <div className="grow">
            {occupation ? (
              <>
                <p lang="en" className="text-lg font-semibold wrap-anywhere">{occupation.name}</p>
                <p className="mt-1 flex flex-wrap items-center gap-2 text-sm text-ink-soft">
                  {occupation.code}
                  {found.data?.chosen ? <Badge tone="good">{t('occupationChosen')}</Badge> : ` · ${t('occupationSure', { share: f.percent(occupation.confidence) })}`}
                </p>
              </>
            ) : (
              <p className="text-ink-soft">{t('occupationNone')}</p>
            )}
          </div>
          <div className="mt-4 flex flex-wrap gap-2">
            <Button size="sm" look="secondary" disabled={!found.data} onClick={() => setChoosing(true)}>
              {t('occupationChange')}
            </Button>
            {occupation?.link && (
              <a
                href={occupation.link}
                target="_blank"
                rel="noreferrer"
                className="inline-flex h-8 items-center gap-1.5 rounded-full px-3 text-sm font-semibold text-primary hover:bg-primary-soft"
              >
                {t('onNet')}
                <ExternalLink aria-hidden className="size-3.5" />
              </a>
            )}
          </div>
          {choosing && found.data && <OccupationDialog found={found.data} onClose={() => setChoosing(false)} />}
        </>
      )}
    </Card>
  );
}
