// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import { type Side, place } from './place';

interface Props {
  text: ReactNode;
  side?: Side;
  /// Must be focusable and have a name of its own: the tooltip is for those who see.
  children: ReactElement;
}

const wait = 450;

/// A short text beside its only child, while that is pointed at or focused by the keyboard.
export function Tooltip({ text, side = 'top', children }: Props) {
  const around = useRef<HTMLSpanElement>(null);
  const floating = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [shown, setShown] = useState(false);

  const show = (after: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setShown(true), after);
  };
  const hide = () => {
    clearTimeout(timer.current);
    setShown(false);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    const anchor = around.current?.firstElementChild;
    if (!shown || !floating.current || !anchor) return;
    floating.current.showPopover();
    place(floating.current, anchor, side, 'center');
  }, [shown, side]);

  return (
    // It only listens to what happens to its child.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <span
      ref={around}
      className="contents"
      onPointerEnter={(event) => event.pointerType === 'mouse' && show(wait)}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={(event) => event.target.matches(':focus-visible') && show(0)}
      onBlur={hide}
      onKeyDown={(event) => event.key === 'Escape' && hide()}
    >
      {children}
      {shown && (
        <span
          ref={floating}
          popover="manual"
          aria-hidden
          className="pointer-events-none fixed inset-auto m-0 max-w-64 animate-fade rounded-md border-0 bg-ink px-2.5 py-1.5 text-xs font-medium text-paper shadow-float"
        >
          {text}
        </span>
      )}
    </span>
  );
}
