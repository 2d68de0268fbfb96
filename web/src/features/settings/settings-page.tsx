// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { useMessages } from '@/i18n/messages';
import { Card } from '@/ui/card';
import { PageHeader } from '@/ui/page-header';
import { Skeleton } from '@/ui/skeleton';
import { Erase } from './erase';
import { Membership } from './membership';
import { messages } from './messages';
import { Model } from './model';
import { Password } from './password';
import { Preferences } from './preferences';
import { Profile } from './profile';
import { Sessions } from './sessions';
import { Ways } from './ways';

// Far down: fetched after what is in sight.
const loading = () => <Skeleton className="h-24 w-full" />;
const Tokens = dynamic(() => import('./tokens').then((m) => m.Tokens), { ssr: false, loading });
const MyData = dynamic(() => import('./my-data').then((m) => m.MyData), { ssr: false, loading });

const sections = [
  ['profile', Profile],
  ['preferences', Preferences],
  ['ways', Ways],
  ['password', Password],
  ['sessions', Sessions],
  ['tokens', Tokens],
  ['model', Model],
  ['membership', Membership],
  ['data', MyData],
  ['erasure', Erase],
] as const;

function Section({ id, title, lead, children }: { id: string; title: string; lead: string; children: ReactNode }) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`} className="scroll-mt-20 sm:p-6">
      <h2 id={`${id}-title`} className="text-xl">
        {title}
      </h2>
      <p className="mt-1 max-w-2xl text-sm text-ink-soft">{lead}</p>
      <div className="mt-5">{children}</div>
    </Card>
  );
}

export function SettingsPage() {
  const t = useMessages(messages);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <nav aria-label={t('sections')} className="max-lg:hidden lg:sticky lg:top-24">
          <ul className="grid grid-cols-1 gap-0.5">
            {sections.map(([id]) => (
              <li key={id}>
                <a href={`#${id}`} className="block rounded-md px-3 py-1.5 text-sm font-medium text-ink-soft hover:bg-well hover:text-ink">
                  {t(`section.${id}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid grid-cols-1 gap-5">
          {sections.map(([id, Content]) => (
            <Section key={id} id={id} title={t(`section.${id}`)} lead={t(`lead.${id}`)}>
              <Content />
            </Section>
          ))}
        </div>
      </div>
    </>
  );
}
