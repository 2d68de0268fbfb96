// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { LucideIcon } from 'lucide-react';
import { Fragment, type KeyboardEvent, type ReactElement, cloneElement } from 'react';
import { cx } from './cx';
import type { Align } from './place';
import { usePopover } from './use-popover';

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  onSelect: () => void;
  danger?: boolean;
  disabled?: boolean;
  /// A line above this item.
  apart?: boolean;
  /// One of several that are chosen between.
  checked?: boolean;
}

interface Trigger {
  popoverTarget?: string;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'dialog' | 'menu';
}

interface Props {
  /// The button that opens it; its name is that of the menu.
  trigger: ReactElement<Trigger>;
  label: string;
  items: readonly MenuItem[];
  align?: Align;
  /// A line of text on top.
  heading?: string;
}

function itemsOf(menu: Element): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
}

/// A menu of actions: arrows, Home, End and first letters move, Enter acts, Escape closes.
export function Menu({ trigger, label, items, align = 'end', heading }: Props) {
  const { id, open, ref, close, onToggle } = usePopover(align, (menu) => itemsOf(menu)[0]?.focus());

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const all = itemsOf(event.currentTarget);
    const now = all.findIndex((item) => item === document.activeElement);
    const { key } = event;
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[key];
    if (to !== undefined) {
      event.preventDefault();
      all.at(to % all.length)?.focus();
    } else if (key === 'Tab') {
      close();
    } else if (key.length === 1 && key !== ' ') {
      const after = [...all.slice(now + 1), ...all];
      after.find((item) => item.textContent?.toLowerCase().startsWith(key.toLowerCase()))?.focus();
    }
  };

  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, 'aria-expanded': open, 'aria-haspopup': 'menu' })}
      <div
        ref={ref}
        id={id}
        popover="auto"
        onToggle={onToggle}
        className="fixed inset-auto m-0 max-w-[calc(100vw-1rem)] min-w-48 animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-1.5 text-ink shadow-float"
      >
        {open && heading && <p className="max-w-64 truncate px-3 py-1.5 text-sm text-ink-soft">{heading}</p>}
        {open && (
          <div role="menu" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
            {items.map((item) => (
              <Fragment key={item.label}>
                {item.apart && <div role="separator" className="my-1.5 h-px bg-line" />}
                <button
                  type="button"
                  role={item.checked === undefined ? 'menuitem' : 'menuitemradio'}
                  aria-checked={item.checked}
                  tabIndex={-1}
                  disabled={item.disabled}
                  onMouseMove={(event) => event.currentTarget.focus()}
                  onClick={() => {
                    close();
                    item.onSelect();
                  }}
                  className={cx(
                    'flex min-h-9 w-full items-center gap-3 rounded-md px-3 py-1.5 text-left text-sm font-medium outline-none select-none focus:rounded-md focus:bg-well disabled:opacity-50',
                    item.danger ? 'text-bad' : item.checked ? 'text-primary' : 'text-ink',
                  )}
                >
                  {item.icon && <item.icon aria-hidden className="size-4 shrink-0" />}
                  <span className="grow">{item.label}</span>
                  {item.checked && <span aria-hidden className="size-1.5 rounded-full bg-primary" />}
                </button>
              </Fragment>
            ))}
          </div>
        )}
      </div>
    </>
  );
}
