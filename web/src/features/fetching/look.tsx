// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ExternalLink, X } from 'lucide-react';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { messages } from './messages';
import { SourceList } from './source-list';

/// A few of the jobs that a fetch would bring, and what each board said.
export function Look({ found, onClose }: { found: Wire<'FetchTest'>; onClose: () => void }) {
  const t = useMessages(messages);
  return (
    <section aria-labelledby="look" className="grid grid-cols-[minmax(0,1fr)] gap-3 border-t border-line pt-5">
      <div className="flex items-start justify-between gap-3">
        <div role="status">
          <h2 id="look" className="font-sans text-base font-semibold tracking-normal">
            {t('lookTitle')}
          </h2>
          <p className="text-sm text-ink-soft">{t(found.items.length > 0 ? 'lookText' : 'lookNone')}</p>
        </div>
        <IconButton size="sm" label={t('close')} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {found.items.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line">
          {found.items.map((job) => (
            <li key={`${job.source} ${job.external_id}`} className="flex items-center gap-3 px-3.5 py-2.5">
              <div className="min-w-0 grow">
                <p className="font-medium wrap-anywhere">{job.title}</p>
                <p className="text-sm text-ink-soft wrap-anywhere">
                  {[job.company, job.location, job.remote && t('remote')].filter(Boolean).join(' · ')}
                </p>
              </div>
              {job.url && (
                <a
                  href={job.url}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t('openAd', { title: job.title })}
                  className="grid size-9 shrink-0 place-items-center rounded-full text-primary hover:bg-primary-soft focus-visible:rounded-full"
                >
                  <ExternalLink aria-hidden className="size-4" />
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      <SourceList sources={found.sources} looked />
    </section>
  );
}
