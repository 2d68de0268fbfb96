// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useSession } from '@/api/session';
import { useMessages } from '@/i18n/messages';
import { useSays } from '@/i18n/shown';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import { isPage, type Page, pages } from './pages';
import { useQuiet } from './use-quiet';
import { useAlive } from './when-alive';

/// The pages that this person may see, by group, in the order of the list.
export function usePagesByGroup(): readonly (readonly [Page['group'], readonly Page[]])[] {
  // What the build wrote is taken over as it is, also where who asks is known by then.
  const alive = useAlive();
  const session = useSession();
  const admin = alive && session.data?.user.role === 'admin';
  const groups = new Map<Page['group'], Page[]>();
  for (const page of pages) {
    if (page.adminOnly && !admin) continue;
    groups.set(page.group, [...(groups.get(page.group) ?? []), page]);
  }
  return [...groups];
}

interface LinkProps {
  page: Page;
  /// Whether it may be fetched before one goes there.
  ahead: boolean;
  narrow?: boolean;
  onGo?: () => void;
}

export function PageLink({ page, ahead, narrow, onGo }: LinkProps) {
  const t = useMessages(messages);
  const here = isPage(page, usePathname());
  return (
    <Link
      href={page.path}
      prefetch={ahead ? null : false}
      aria-current={here ? 'page' : undefined}
      {...(onGo && { onClick: onGo })}
      className={cx(
        'flex h-10 items-center gap-3 rounded-md px-3 font-medium transition-colors',
        narrow && 'md:max-lg:h-12 md:max-lg:justify-center md:max-lg:px-0',
        here ? 'bg-primary-soft text-primary' : 'text-ink-soft hover:bg-well hover:text-ink',
      )}
    >
      <page.icon aria-hidden className="size-5 shrink-0" strokeWidth={here ? 2.25 : 1.9} />
      <span className={narrow ? 'md:max-lg:sr-only' : undefined}>{t(page.name)}</span>
    </Link>
  );
}

/// The list of pages; beside the page from 768 px (icons) and 1024 px (names).
export function SideNavigation() {
  const t = useMessages(messages);
  const ahead = useQuiet();
  return (
    <nav {...useSays()} aria-label={t('navigation')} className="grid gap-5 px-3 py-4">
      {usePagesByGroup().map(([group, members]) => (
        <div key={group} className="grid gap-0.5">
          <p className="px-3 pb-1 text-xs font-semibold text-ink-faint md:max-lg:hidden">{t(group)}</p>
          {members.map((page) => (
            <PageLink key={page.path} page={page} ahead={ahead} narrow />
          ))}
        </div>
      ))}
    </nav>
  );
}
