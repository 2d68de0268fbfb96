// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { useMessages } from '@/i18n/messages';
import { LanguageMenu, ThemeMenu } from './choices';
import { Logo } from './logo';
import { messages } from './messages';
import { SkipLink } from './skip-link';

/// The frame of pages for people without an account. `actions`: links on the right of the head.
export function PublicFrame({ children, actions }: { children: ReactNode; actions?: ReactNode }) {
  const t = useMessages(messages);
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="mx-auto flex h-18 w-full max-w-6xl items-center gap-1 px-4 sm:px-8">
        <Link href="/" aria-label={t('home')} className="mr-auto">
          <Logo />
        </Link>
        <ThemeMenu />
        <LanguageMenu />
        {actions}
      </header>
      <main id="content" tabIndex={-1} className="grow outline-none">
        {children}
      </main>
    </div>
  );
}
