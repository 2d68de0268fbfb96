// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { messages } from './messages';
import { PathwayCard } from './pathway-card';
import { pathwayAddress, type Place, useOtherTitles, usePathways } from './use-pathways';

export function PathwayList({ place, hasResume }: { place: Place; hasResume: boolean }) {
  const t = useMessages(messages);
  const found = usePathways(place, hasResume);
  const shown = found.data?.pages.flatMap((page) => page.items) ?? [];
  if (found.isPending) return <SkeletonList label={t('loading')} rows={4} row="h-40" />;
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (shown.length === 0 && !found.isPlaceholderData) return <OtherTitles place={place} />;
  const considered = found.data?.pages[0]?.considered ?? 0;
  return (
    <>
      <p role="status" className="-mb-2 text-sm text-ink-soft">
        {t('considered', { count: considered })}
      </p>
      <ul
        aria-label={t('list')}
        aria-busy={found.isPlaceholderData}
        className={cx('grid grid-cols-[minmax(0,1fr)] gap-4 transition-opacity', found.isPlaceholderData && 'opacity-60')}
      >
        {shown.map((pathway, i) => (
          <PathwayCard key={pathway.occupation.code} pathway={pathway} resume={place.resume} open={i === 0} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button look="secondary" className="justify-self-center" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

/// No name has the words; titles that people use may.
function OtherTitles({ place }: { place: Place }) {
  const t = useMessages(messages);
  const others = useOtherTitles(place.q).data?.items ?? [];
  return (
    <EmptyState icon={SearchX} title={t('noneTitle')}>
      <p>{t(others.length > 0 ? 'noneText' : 'noneAtAll')}</p>
      <ul className="mt-3 grid gap-2">
        {others.map(({ id, name, matched }) => (
          <li key={id} lang="en">
            <Link href={pathwayAddress({ code: id, resume: place.resume })} className="font-semibold text-primary underline underline-offset-4">
              {name}
            </Link>
            {matched !== name && <span className="block text-sm">{matched}</span>}
          </li>
        ))}
      </ul>
    </EmptyState>
  );
}
