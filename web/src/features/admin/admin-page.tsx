// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Lock } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useSession } from '@/api/session';
import { useMessages } from '@/i18n/messages';
import { PageHeader } from '@/ui/page-header';
import { Skeleton, SkeletonList } from '@/ui/skeleton';
import { EmptyState } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { messages } from './messages';
import { Users } from './users';

// Seldom wanted: fetched when they are.
const loading = () => <Skeleton className="h-96 w-full rounded-lg" />;
const Health = dynamic(() => import('./health').then((m) => m.Health), { ssr: false, loading });
const Ontology = dynamic(() => import('./ontology').then((m) => m.Ontology), { ssr: false, loading });
const ServerModel = dynamic(() => import('./server-model').then((m) => m.ServerModel), { ssr: false, loading });

/// Only for administrators; the server refuses others anyway.
export function AdminPage() {
  const t = useMessages(messages);
  const session = useSession();
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {session.isPending && <SkeletonList label={t('loading')} />}
      {session.isSuccess && session.data.user.role !== 'admin' && (
        <EmptyState icon={Lock} title={t('notForYou')}>
          {t('notForYouText')}
        </EmptyState>
      )}
      {session.data?.user.role === 'admin' && (
        <Tabs
          label={t('title')}
          tabs={[
            { value: 'users', label: t('users'), content: <Users /> },
            { value: 'ontology', label: t('ontology'), content: <Ontology /> },
            { value: 'model', label: t('model'), content: <ServerModel /> },
            { value: 'health', label: t('health'), content: <Health /> },
          ]}
        />
      )}
    </>
  );
}
