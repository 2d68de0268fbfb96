// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Menu } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { useSays } from '@/i18n/shown';
import { cx } from '@/ui/cx';
import { Drawer } from '@/ui/dialog';
import { messages } from './messages';
import { PageLink, usePagesByGroup } from './navigation';
import { isPage, pages } from './pages';
import { useQuiet } from './use-quiet';

const item = 'flex h-16 min-w-0 flex-1 flex-col items-center justify-center gap-1 px-1 text-xs font-medium focus-visible:-outline-offset-4';

/// On a phone: the most used pages under the thumb, all others behind "More".
export function BottomBar() {
  const t = useMessages(messages);
  const path = usePathname();
  const groups = usePagesByGroup();
  const [open, setOpen] = useState(false);
  const ahead = useQuiet();
  return (
    <nav
      {...useSays()}
      aria-label={t('navigation')}
      className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-card pb-[env(safe-area-inset-bottom)] md:hidden print:hidden"
    >
      {pages
        .filter((page) => page.inBar)
        .slice(0, 4)
        .map((page) => (
          <Link
            key={page.path}
            href={page.path}
            prefetch={ahead ? null : false}
            aria-current={isPage(page, path) ? 'page' : undefined}
            className={cx(item, isPage(page, path) ? 'text-primary' : 'text-ink-soft')}
          >
            <page.icon aria-hidden className="size-5" />
            <span className="max-w-full truncate">{t(page.name)}</span>
          </Link>
        ))}
      <button type="button" className={cx(item, 'text-ink-soft')} onClick={() => setOpen(true)}>
        <Menu aria-hidden className="size-5" />
        {t('more')}
      </button>
      <Drawer open={open} title={t('navigation')} onClose={() => setOpen(false)}>
        <div className="grid gap-5">
          {groups.map(([group, members]) => (
            <div key={group} className="grid gap-0.5">
              <p className="px-3 pb-1 text-xs font-semibold text-ink-faint">{t(group)}</p>
              {members.map((page) => (
                <PageLink key={page.path} page={page} ahead={ahead} onGo={() => setOpen(false)} />
              ))}
            </div>
          ))}
        </div>
      </Drawer>
    </nav>
  );
}
