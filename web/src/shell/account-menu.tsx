// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { LogOut } from 'lucide-react';
import { useSession, useSignOut } from '@/api/session';
import { useMessages } from '@/i18n/messages';
import { Avatar } from '@/ui/avatar';
import { Menu } from '@/ui/menu';
import { Skeleton } from '@/ui/skeleton';
import { useThemeItems } from './choices';
import { messages } from './messages';

export function AccountMenu() {
  const t = useMessages(messages);
  const session = useSession();
  const signOut = useSignOut();
  const themes = useThemeItems();
  const user = session.data?.user;
  if (!user) return <Skeleton className="size-9 rounded-full" />;
  const name = user.name || user.email;
  return (
    <Menu
      label={t('account', { name })}
      heading={user.email}
      trigger={
        <button type="button" aria-label={t('account', { name })} className="grid rounded-full focus-visible:rounded-full">
          <Avatar name={name} />
        </button>
      }
      items={[
        ...themes.map((item, i) => ({ ...item, apart: i === 0 })),
        { label: t('signOut'), icon: LogOut, onSelect: () => void signOut(), apart: true },
      ]}
    />
  );
}
