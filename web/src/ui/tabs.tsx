// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { cx } from './cx';

export interface Tab {
  value: string;
  label: ReactNode;
  /// Shown small beside the label: how many.
  count?: number | string;
  content: ReactNode;
}

interface Props {
  label: string;
  tabs: readonly Tab[];
  /// With onChange: the owner knows which is shown.
  value?: string;
  onChange?: (value: string) => void;
  className?: string;
}

/// Arrows, Home and End move between tabs and show them.
export function Tabs({ label, tabs, value, onChange, className }: Props) {
  const id = useId();
  const [own, setOwn] = useState(tabs[0]?.value);
  const now = value ?? own;
  const show = (next: string | undefined) => {
    if (next === undefined) return;
    setOwn(next);
    onChange?.(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.value === now);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs.at(to % tabs.length);
    show(next?.value);
    document.getElementById(`${id}-${next?.value}`)?.focus();
  };
  return (
    <div className={className}>
      <div role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown} className="flex overflow-x-auto sm:gap-1 border-b border-line">
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === now}
            aria-controls={tab.value === now ? `${id}-panel` : undefined}
            tabIndex={tab.value === now ? 0 : -1}
            onClick={() => show(tab.value)}
            className={cx(
              'relative flex h-11 items-center gap-1 px-1.5 text-sm font-medium sm:gap-2 sm:px-3 sm:text-[0.9375rem] whitespace-nowrap transition-colors focus-visible:-outline-offset-2',
              'after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full',
              tab.value === now ? 'text-primary after:bg-primary' : 'text-ink-soft hover:text-ink',
            )}
          >
            {tab.label}
            {tab.count !== undefined && (
              <span className="figures rounded-full bg-well px-1.5 text-xs sm:px-2 leading-5 font-semibold text-ink-soft">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${now}`} className="pt-5">
        {tabs.find((tab) => tab.value === now)?.content}
      </div>
    </div>
  );
}
