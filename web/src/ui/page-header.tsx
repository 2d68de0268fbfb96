// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactNode, useEffect } from 'react';

/// The title of the browser's window.
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Headway`;
  }, [title]);
}

interface Props {
  title: string;
  /// Of the title, where it is not that of the page.
  lang?: string;
  /// One sentence: what this page is for.
  lead?: ReactNode;
  /// Above the title: where one is.
  above?: ReactNode;
  /// What can be done here.
  children?: ReactNode;
}

/// The head of a page; also names the window. Exactly one a page. On a phone its buttons share whole rows.
export function PageHeader({ title, lang, lead, above, children }: Props) {
  useTitle(title);
  return (
    <header className="mb-7 flex flex-wrap items-end justify-between gap-x-6 gap-y-4">
      {/* A long sentence breaks before it pushes the buttons below. */}
      <div className="min-w-0 sm:flex-1 sm:basis-80">
        {above && <div className="mb-1 text-sm text-ink-soft">{above}</div>}
        <h1 lang={lang} className="text-2xl wrap-anywhere sm:text-3xl">{title}</h1>
        {lead && <p className="mt-1.5 max-w-2xl text-ink-soft">{lead}</p>}
      </div>
      {children && <div className="flex flex-wrap items-center gap-2.5 max-sm:w-full max-sm:[&>a]:grow max-sm:[&>button]:grow print:hidden">{children}</div>}
    </header>
  );
}
