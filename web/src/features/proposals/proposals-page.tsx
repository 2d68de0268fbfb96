// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { Bot } from 'lucide-react';
import { useState } from 'react';
import { api, ok, type Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { ProposalCard } from '@/proposals/proposal-card';
import { Button, ButtonLink } from '@/ui/button';
import { PageHeader } from '@/ui/page-header';
import { SegmentedControl } from '@/ui/segmented';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { messages } from './messages';

const path = '/api/proposals';
const states = ['open', 'confirmed', 'dismissed'] as const satisfies readonly Wire<'ProposalState'>[];
type State = (typeof states)[number];

function useProposals(state: State) {
  return useInfiniteQuery({
    queryKey: [path, { state }] as const,
    queryFn: ({ pageParam, signal }) =>
      ok(api.GET(path, { params: { query: { state, limit: 50, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
  });
}

function Empty({ state }: { state: State }) {
  const t = useMessages(messages);
  if (state !== 'open') {
    return (
      <EmptyState icon={Bot} title={t('emptyOther')}>
        {t('emptyOtherText')}
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={Bot}
      title={t('emptyTitle')}
      action={
        <ButtonLink look="secondary" href="/settings#tokens">
          {t('connect')}
        </ButtonLink>
      }
    >
      {t('emptyText')}
    </EmptyState>
  );
}

/// Everything that was proposed, and what became of it.
export function ProposalsPage() {
  const t = useMessages(messages);
  const [state, setState] = useState<State>('open');
  const proposals = useProposals(state);
  const shown = proposals.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <SegmentedControl label={t('which')} value={state} onChange={setState} segments={states.map((value) => ({ value, label: t(value) }))} />
      </PageHeader>
      {proposals.isPending && <SkeletonList label={t('loading')} row="h-24" />}
      {proposals.isError && <ErrorState error={proposals.error} onRetry={() => void proposals.refetch()} />}
      {proposals.isSuccess && shown.length === 0 && <Empty state={state} />}
      {shown.length > 0 && (
        <ul aria-label={t('list')} className="grid max-w-3xl grid-cols-1 gap-3">
          {shown.map((proposal) => (
            <ProposalCard key={proposal.id} proposal={proposal} origin />
          ))}
        </ul>
      )}
      {proposals.hasNextPage && (
        <div className="mt-6 flex justify-center">
          <Button look="secondary" busy={proposals.isFetchingNextPage} onClick={() => void proposals.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  );
}
