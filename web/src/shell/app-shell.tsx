// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, Suspense, useEffect, useLayoutEffect, useState } from 'react';
import { seedEarly } from '@/api/early';
import { useLiveChanges } from '@/api/events';
import { useSession } from '@/api/session';
import { rememberSignedIn } from '@/api/session-hint';
import { useMessages } from '@/i18n/messages';
import { AccountMenu } from './account-menu';
import { BottomBar } from './bottom-bar';
import { byPage, everywhere } from './early-questions';
import { LanguageMenu } from './choices';
import { Logo, Mark } from './logo';
import { messages } from './messages';
import { SideNavigation } from './navigation';
import { OfflineBanner } from './offline';
import { home } from './pages';
import { Palette } from './palette';
import { RunsInProgress } from './runs';
import { SkipLink } from './skip-link';
import { useKeptFocus } from './use-kept-focus';
import { useFollowSettings, useKeepLanguage } from './use-settings';
import { useAlive } from './when-alive';

/// Has the answers that came before the page's scripts in what is drawn first by them: before anything asks, and after
/// React has taken over what the build wrote.
function useSeeded(): void {
  const client = useQueryClient();
  useLayoutEffect(() => seedEarly(client, [...everywhere, ...(byPage[location.pathname] ?? [])]), [client]);
}

// The build has written these, and they work before React takes them over: it does so after the page's own content, which is
// what one came for. Always the same elements, so that nothing that happens to the frame hurries that on.
const side = (
  <Suspense fallback={null}>
    <SideNavigation />
  </Suspense>
);
const bar = (
  <Suspense fallback={null}>
    <BottomBar />
  </Suspense>
);

/// The frame of every page behind the sign-in.
export function AppShell({ children }: { children: ReactNode }) {
  const t = useMessages(messages);
  const signedIn = useSession().isSuccess;
  const alive = useAlive();
  const [palette, setPalette] = useState<string | null>(null);
  useSeeded();
  useLiveChanges();
  useKeptFocus();
  useFollowSettings(signedIn);
  const keepLanguage = useKeepLanguage();
  useEffect(() => {
    if (signedIn) rememberSignedIn(true);
  }, [signedIn]);

  return (
    <div className="print:block! md:grid md:min-h-dvh md:grid-cols-[4.5rem_1fr] lg:grid-cols-[15.5rem_1fr]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh overflow-y-auto border-r border-line bg-card md:block print:hidden">
        <Link href={home} aria-label={t('home')} className="flex h-16 items-center px-5">
          <span className="lg:hidden">
            <Mark />
          </span>
          <span className="hidden lg:block">
            <Logo />
          </span>
        </Link>
        {side}
      </aside>
      <div className="min-w-0 pb-20 md:pb-0 print:pb-0">
        <OfflineBanner />
        <header className="sticky top-0 z-20 flex h-16 items-center gap-2 border-b border-line/70 bg-paper/90 px-4 backdrop-blur sm:px-6 lg:px-10 print:hidden">
          <Link href={home} aria-label={t('home')} className="md:hidden">
            <Mark />
          </Link>
          <button
            type="button"
            disabled={!alive}
            onClick={() => setPalette('')}
            className="flex h-10 w-full max-w-80 min-w-0 items-center gap-2.5 rounded-full border border-line bg-card px-3.5 text-sm text-ink-soft transition-colors hover:border-line-strong max-sm:ml-2 focus-visible:rounded-full"
          >
            <Search aria-hidden className="size-4 shrink-0" />
            <span className="truncate">{t('search')}</span>
            <kbd className="ml-auto rounded border border-line bg-well px-1.5 font-sans text-xs whitespace-nowrap max-sm:hidden">Ctrl K</kbd>
          </button>
          <div className="ml-auto flex items-center gap-1.5">
            <div className="max-sm:contents sm:flex sm:w-16 sm:justify-end">
              <RunsInProgress />
            </div>
            <LanguageMenu onChoose={keepLanguage} />
            <AccountMenu />
          </div>
        </header>
        <main id="content" tabIndex={-1} className="mx-auto w-full max-w-6xl px-4 py-7 outline-none sm:px-6 lg:px-10 lg:py-9">
          {children}
        </main>
      </div>
      {bar}
      <Palette typed={palette} onOpen={setPalette} />
    </div>
  );
}
