// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useRef } from 'react';
import { useMessages } from '@/i18n/messages';
import { PageHeader } from '@/ui/page-header';
import { FetchForm } from './fetch-form';
import { FetchList } from './fetch-list';
import { messages } from './messages';
import { ScheduleList } from './schedule-list';

/// What to fetch on one side, what came of it on the other.
export function FetchPage() {
  const t = useMessages(messages);
  const list = useRef<HTMLHeadingElement>(null);
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        above={
          <Link href="/jobs" className="font-medium hover:text-ink hover:underline">
            {t('jobs')}
          </Link>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
        <FetchForm onStarted={() => list.current?.focus()} />
        <section aria-labelledby="fetches" className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <h2 id="fetches" ref={list} tabIndex={-1} className="scroll-mt-20 font-sans text-base font-semibold tracking-normal outline-none">
            {t('fetches')}
          </h2>
          <ScheduleList />
          <FetchList />
        </section>
      </div>
    </>
  );
}
