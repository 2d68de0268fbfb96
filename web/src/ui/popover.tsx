// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactElement, type ReactNode, cloneElement } from 'react';
import type { Align } from './place';
import { usePopover } from './use-popover';

interface Trigger {
  popoverTarget?: string;
  'aria-expanded'?: boolean;
  'aria-haspopup'?: 'dialog' | 'menu';
}

interface Props {
  /// The button that opens it.
  trigger: ReactElement<Trigger>;
  /// What it is, for those who do not see it.
  label: string;
  children: ReactNode;
  align?: Align;
}

/// A panel beside a button.
export function Popover({ trigger, label, children, align = 'end' }: Props) {
  const { id, open, ref, onToggle } = usePopover(align);
  return (
    <>
      {cloneElement(trigger, { popoverTarget: id, 'aria-expanded': open, 'aria-haspopup': 'dialog' })}
      <div
        ref={ref}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={onToggle}
        className="fixed inset-auto m-0 w-[min(22rem,calc(100vw-1rem))] animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-4 text-ink shadow-float"
      >
        {open && children}
      </div>
    </>
  );
}
