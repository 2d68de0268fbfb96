// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Lock } from 'lucide-react';
import { useSession } from '@/api/session';
import { useMessages } from '@/i18n/messages';
import { PageHeader } from '@/ui/page-header';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState } from '@/ui/states';
import { Tabs } from '@/ui/tabs';
import { Health } from './health';
import { messages } from './messages';
import { Ontology } from './ontology';
import { Users } from './users';

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
            { value: 'health', label: t('health'), content: <Health /> },
          ]}
        />
      )}
    </>
  );
}
