// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Run } from '@/api/runs';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { SearchInput } from '@/ui/search-input';
import { SegmentedControl } from '@/ui/segmented';
import { SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { useDebounced } from '@/ui/use-debounced';
import { messages } from './messages';
import { NewUserDialog } from './new-user';
import { type User, useErasures, useUsers, type Which } from './use-admin';
import { UserDrawer } from './user-drawer';

export function Users() {
  const t = useMessages(messages);
  const f = useFormat();
  const [text, setText] = useState('');
  const [which, setWhich] = useState<Which>('all');
  const [edited, setEdited] = useState<User | null>(null);
  const [makes, setMakes] = useState(false);
  const users = useUsers(useDebounced(text.trim()), which);
  const erasures = useErasures();
  const shown = users.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="grid grid-cols-1 gap-4">
      <search className="flex flex-wrap items-center gap-2.5">
        <span className="min-w-0 flex-1 basis-52 max-lg:basis-full">
          <SearchInput label={t('search')} value={text} onChange={setText} />
        </span>
        <SegmentedControl<Which>
          label={t('which')}
          value={which}
          onChange={setWhich}
          segments={[
            { value: 'all', label: t('all') },
            { value: 'admin', label: t('admins') },
            { value: 'disabled', label: t('disabledOnes') },
          ]}
        />
        <Button onClick={() => setMakes(true)}>
          <Plus aria-hidden />
          {t('new')}
        </Button>
      </search>
      {users.isPending && <SkeletonList label={t('loading')} rows={5} row="h-14" />}
      {users.isError && <ErrorState error={users.error} onRetry={() => void users.refetch()} />}
      {users.isSuccess && shown.length === 0 && <p role="status" className="py-6 text-center text-ink-soft">{t('noneFound')}</p>}
      {shown.length > 0 && (
        <Table caption={t('users')}>
          <thead>
            <tr>
              <HeadCell>{t('person')}</HeadCell>
              <HeadCell>{t('role')}</HeadCell>
              <HeadCell>{t('plan')}</HeadCell>
              <HeadCell>{t('tokens')}</HeadCell>
              <HeadCell>{t('lastSeen')}</HeadCell>
            </tr>
          </thead>
          <tbody>
            {shown.map((user) => (
              <Row key={user.id}>
                <Cell className="max-w-80 min-w-48">
                  <button type="button" onClick={() => setEdited(user)} className="text-left font-semibold wrap-anywhere hover:text-primary hover:underline">
                    {user.name || user.email}
                  </button>
                  {user.name && <span className="block text-ink-soft wrap-anywhere">{user.email}</span>}
                </Cell>
                <Cell>
                  <span className="flex flex-wrap gap-1.5">
                    <Badge tone={user.role === 'admin' ? 'note' : 'plain'}>{t(`role.${user.role}`)}</Badge>
                    <Barred user={user} erasure={erasures.get(user.id)} />
                  </span>
                </Cell>
                <Cell className="whitespace-nowrap">{t(`plan.${user.plan}`)}</Cell>
                <Cell className="whitespace-nowrap">{f.number(user.model_use.input_tokens + user.model_use.output_tokens)}</Cell>
                <Cell className="whitespace-nowrap text-ink-soft">{user.last_seen_at ? f.ago(user.last_seen_at) : t('never')}</Cell>
              </Row>
            ))}
          </tbody>
        </Table>
      )}
      {users.hasNextPage && (
        <Button look="secondary" className="justify-self-center" busy={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {edited && <UserDrawer key={edited.id} user={shown.find(({ id }) => id === edited.id) ?? edited} onClose={() => setEdited(null)} />}
      {makes && <NewUserDialog onClose={() => setMakes(false)} />}
    </div>
  );
}

/// Why an account cannot be used.
function Barred({ user, erasure }: { user: User; erasure: Run['state'] | undefined }) {
  const t = useMessages(messages);
  if (erasure === 'failed') return <Badge tone="bad">{t('eraseFailed')}</Badge>;
  if (erasure !== undefined) return <Badge tone="warn">{t('isErased')}</Badge>;
  return user.disabled ? <Badge tone="bad">{t('isDisabled')}</Badge> : null;
}
