// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Archive, Goal as GoalIcon, Plus } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { ConfirmDialog } from '@/ui/confirm';
import { PageHeader } from '@/ui/page-header';
import { SegmentedControl } from '@/ui/segmented';
import { SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { GoalCard } from './goal-card';
import { GoalDialog } from './goal-form';
import { messages } from './messages';
import { type Goal, useArchiveGoal, useDeleteGoal, useGoals } from './use-goals';

export function GoalsPage() {
  const t = useMessages(messages);
  const router = useRouter();
  const parameters = useSearchParams();
  const [which, setWhich] = useState<'active' | 'archived'>('active');
  const [edited, setEdited] = useState<Goal | null>(null);
  const [deleted, setDeleted] = useState<Goal | null>(null);
  const goals = useGoals(which === 'archived');
  const archive = useArchiveGoal();
  const remove = useDeleteGoal();
  const shown = goals.data?.pages.flatMap((page) => page.items) ?? [];
  const makesNew = parameters.has('new');
  const startNew = () => router.push('/goals?new');

  const newButton = (
    <Button onClick={startNew}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );

  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        <SegmentedControl
          label={t('which')}
          value={which}
          onChange={setWhich}
          segments={[
            { value: 'active', label: t('active') },
            { value: 'archived', label: t('archived') },
          ]}
        />
        {newButton}
      </PageHeader>

      {goals.isPending && <SkeletonList label={t('loading')} row="h-40" />}
      {goals.isError && <ErrorState error={goals.error} onRetry={() => void goals.refetch()} />}
      {goals.isSuccess && shown.length === 0 && which === 'active' && (
        <EmptyState icon={GoalIcon} title={t('emptyTitle')} action={newButton}>
          {t('emptyText')}
        </EmptyState>
      )}
      {goals.isSuccess && shown.length === 0 && which === 'archived' && (
        <EmptyState icon={Archive} title={t('emptyArchived')}>
          {t('emptyArchivedText')}
        </EmptyState>
      )}
      {shown.length > 0 && (
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {shown.map((goal) => (
            <GoalCard
              key={goal.id}
              goal={goal}
              onEdit={() => setEdited(goal)}
              onArchive={() => archive(goal)}
              onDelete={() => setDeleted(goal)}
            />
          ))}
        </ul>
      )}
      {goals.hasNextPage && (
        <div className="mt-6 flex justify-center">
          <Button look="secondary" busy={goals.isFetchingNextPage} onClick={() => void goals.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}

      {(makesNew || edited) && (
        <GoalDialog
          key={edited?.id ?? 'new'}
          goal={shown.find(({ id }) => id === edited?.id) ?? edited}
          onClose={() => {
            setEdited(null);
            if (makesNew) router.replace('/goals');
          }}
        />
      )}
      <ConfirmDialog
        open={deleted !== null}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        onConfirm={() => {
          if (deleted) remove.mutate(deleted);
          setDeleted(null);
        }}
        onClose={() => setDeleted(null)}
      >
        {t('deleteText', { title: deleted?.title ?? '' })}
      </ConfirmDialog>
    </>
  );
}
