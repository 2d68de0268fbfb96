// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type RefObject, type ToggleEvent, useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { type Align, place } from './place';

interface Opened {
  id: string;
  open: boolean;
  ref: RefObject<HTMLDivElement | null>;
  close: () => void;
  onToggle: (event: ToggleEvent<HTMLDivElement>) => void;
}

function buttonOf(id: string): Element | null {
  return document.querySelector(`[popovertarget="${id}"]`);
}

/// The browser's own popover: above everything (also above a modal dialog), closed by Escape or a click beside
/// it, focus goes back to its button. The button has `popoverTarget={id}`; the content is made when it opens.
export function usePopover(align: Align, onOpened?: (element: HTMLElement) => void): Opened {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  const close = () => ref.current?.hidePopover();

  // Opened before the page's script ran: the browser did it by itself, and it is empty so far.
  useEffect(() => {
    const element = ref.current;
    if (!element?.showPopover || !element.matches(':popover-open')) return;
    element.hidePopover();
    element.showPopover();
  }, []);

  useEffect(() => {
    if (!open) return;
    // It stays beside its button when the page moves under it, be it by hand or because something arrived above.
    const follow = (event: Event) => {
      const element = ref.current;
      const button = buttonOf(id);
      if (!element || !button) return;
      if (event.type === 'scroll' && event.target instanceof Node && !event.target.contains(button)) return;
      const { top, bottom } = button.getBoundingClientRect();
      if (bottom < 0 || top > innerHeight) element.hidePopover();
      else place(element, button, 'bottom', align);
    };
    window.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    return () => {
      window.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
    };
  }, [open, id, align]);

  const onToggle = (event: ToggleEvent<HTMLDivElement>) => {
    const opens = event.newState === 'open';
    flushSync(() => setOpen(opens));
    const button = buttonOf(id);
    if (!opens || !ref.current || !button) return;
    place(ref.current, button, 'bottom', align);
    onOpened?.(ref.current);
  };
  return { id, open, ref, close, onToggle };
}
