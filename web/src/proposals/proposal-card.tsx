// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import Link from 'next/link';
import { api, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { messages } from './messages';

export type Proposal = Wire<'Proposal'>;

/// What is read again when it was done.
const read: Readonly<Record<Proposal['action'], string>> = {
  create_task: '/api/tasks',
  save_note: '/api/notes',
  add_job: '/api/jobs',
  save_job: '/api/job-collections',
  start_report: '/api/gap-reports',
};

/// Where what came of it is seen.
function placeOf({ action, made_id: made }: Proposal): string | null {
  if (made === null) return null;
  switch (action) {
    case 'create_task':
      return '/work';
    case 'save_note':
      return `/notes?id=${made}`;
    case 'add_job':
    case 'save_job':
      return `/job?id=${made}`;
    case 'start_report':
      return `/report?id=${made}`;
  }
}

function useDecide(proposal: Proposal) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (word: 'confirm' | 'dismiss') => ok(api.POST(`/api/proposals/{proposal_id}/${word}`, { params: { path: { proposal_id: proposal.id } } })),
    onSettled: () => invalidate(client, '/api/proposals', '/api/chats', read[proposal.action]),
  });
}

function Decided({ proposal }: { proposal: Proposal }) {
  const t = useMessages(messages);
  const place = placeOf(proposal);
  if (proposal.state === 'dismissed') return <p className="text-sm text-ink-soft">{t('dismissed')}</p>;
  return (
    <p role="status" className="inline-flex items-center gap-1.5 text-sm font-medium text-good">
      <Check aria-hidden className="size-4" />
      {t('confirmed')}
      {place !== null && (
        <Link href={place} className="ml-1 text-primary underline underline-offset-3">
          {t('open')}
        </Link>
      )}
    </p>
  );
}

function Details({ proposal, origin }: { proposal: Proposal; origin: boolean }) {
  const t = useMessages(messages);
  const f = useFormat();
  const title = proposal.title || proposal.job_title;
  return (
    <div className="min-w-0 flex-1 basis-52">
      <p className="text-xs font-semibold text-ink-soft">
        {t(`action.${proposal.action}`)}
        {proposal.due_on && ` · ${t('due', { day: f.day(proposal.due_on) })}`}
      </p>
      {title && (
        <p className="font-medium wrap-anywhere">
          {title}
          {proposal.company && ` · ${proposal.company}`}
        </p>
      )}
      {proposal.job_id !== null && proposal.job_title === null && <p className="text-sm text-warn">{t('jobGone')}</p>}
      {proposal.text && <p className="line-clamp-6 text-sm whitespace-pre-line text-ink-soft wrap-anywhere">{proposal.text}</p>}
      {proposal.url && <p className="text-sm text-ink-soft wrap-anywhere">{proposal.url}</p>}
      {origin && <p className="mt-1 text-xs text-ink-soft">{t('by', { maker: proposal.maker, when: f.ago(proposal.created_at) })}</p>}
    </div>
  );
}

/// One proposal, to be confirmed or dismissed. Nothing happens before. `origin`: says who made it.
export function ProposalCard({ proposal, origin = false }: { proposal: Proposal; origin?: boolean }) {
  const t = useMessages(messages);
  const decide = useDecide(proposal);
  const now = decide.data ?? proposal;
  const name = proposal.title || proposal.job_title || t(`action.${proposal.action}`);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-raised px-4 py-3">
      <Details proposal={now} origin={origin} />
      {now.state === 'open' ? (
        <div className="flex flex-wrap gap-2">
          <Button size="sm" look="secondary" busy={decide.isPending && decide.variables === 'confirm'} disabled={decide.isPending} onClick={() => decide.mutate('confirm')}>
            {t(`confirm.${proposal.action}`)}
          </Button>
          <Button size="sm" look="quiet" aria-label={t('dismissIt', { name })} disabled={decide.isPending} onClick={() => decide.mutate('dismiss')}>
            {t('dismiss')}
          </Button>
        </div>
      ) : (
        <Decided proposal={now} />
      )}
      {decide.isError && (
        <p role="alert" className="basis-full text-sm font-medium text-bad">
          {decide.error.message}
        </p>
      )}
    </li>
  );
}
