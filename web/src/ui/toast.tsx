// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { X } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMessages } from '@/i18n/messages';
import { IconButton } from './button';
import { cx } from './cx';
import { messages } from './messages';

interface Toast {
  id: number;
  text: string;
  bad?: boolean;
  action?: { label: string; run: () => void };
}

const stay = { plain: 7000, withAction: 12_000 } as const; // ms
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const tell of listeners) tell();
}

/// Says what happened where one cannot see it happen: an undo, a failure of something taken back.
export function toast(text: string, more: Pick<Toast, 'bad' | 'action'> = {}): void {
  last += 1;
  change([...toasts.slice(-2), { id: last, text, ...more }]);
}

function dismiss(id: number): void {
  change(toasts.filter((t) => t.id !== id));
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

const none: readonly Toast[] = [];

export function Toaster() {
  const t = useMessages(messages);
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <section
      aria-label={t('notices')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-20 z-50 flex flex-col items-center gap-2 sm:bottom-6"
    >
      {shown.map((one) => (
        <OneToast key={one.id} toast={one} dismissLabel={t('dismiss')} />
      ))}
    </section>
  );
}

/// It goes by itself, but never from under the pointer or the focus.
function OneToast({ toast: { id, text, bad, action }, dismissLabel }: { toast: Toast; dismissLabel: string }) {
  const [held, setHeld] = useState(false);
  const time = action ? stay.withAction : stay.plain;
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => dismiss(id), time);
    return () => clearTimeout(timer);
  }, [id, held, time]);
  return (
    // It only stays while it is looked at; what can be done is on its buttons.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className={cx(
        'pointer-events-auto flex w-full max-w-md animate-rise items-center gap-3 rounded-lg border py-2 pr-2 pl-4 text-sm font-medium shadow-float',
        bad ? 'border-bad/40 bg-bad-soft text-bad' : 'border-line bg-raised text-ink',
      )}
    >
      <p className="grow">{text}</p>
      {action && (
        <button
          type="button"
          className="rounded-full px-3 py-1.5 font-semibold text-primary hover:bg-primary-soft"
          onClick={() => {
            action.run();
            dismiss(id);
          }}
        >
          {action.label}
        </button>
      )}
      <IconButton size="sm" label={dismissLabel} onClick={() => dismiss(id)}>
        <X aria-hidden />
      </IconButton>
    </div>
  );
}
