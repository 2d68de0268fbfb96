// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { X } from 'lucide-react';
import { type MouseEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { IconButton } from './button';
import { cx } from './cx';
import { messages } from './messages';

const shapes = {
  /// In the middle; on a phone from below.
  dialog:
    'm-auto w-[min(34rem,calc(100vw-2rem))] max-h-[min(46rem,calc(100dvh-3rem))] rounded-xl animate-rise max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none',
  wide: 'm-auto w-[min(56rem,calc(100vw-2rem))] max-h-[calc(100dvh-3rem)] rounded-xl animate-rise max-sm:mb-0 max-sm:w-full max-sm:max-w-full max-sm:rounded-b-none',
  /// Near the top, so that it grows downwards only.
  top: 'mx-auto mt-[12dvh] mb-auto w-[min(36rem,calc(100vw-2rem))] max-h-[min(34rem,76dvh)] rounded-xl animate-rise',
  /// On the right, full height.
  drawer: 'my-0 mr-0 ml-auto h-dvh max-h-dvh w-[min(32rem,100vw)] max-w-full sm:rounded-l-xl animate-slide',
  /// The same, with room for two columns.
  wideDrawer: 'my-0 mr-0 ml-auto h-dvh max-h-dvh w-[min(52rem,100vw)] max-w-full sm:rounded-l-xl animate-slide',
} as const;

interface Props {
  open: boolean;
  onClose: () => void;
  title: string;
  /// Hides the title from sight (a search field on top of the dialog says it all).
  bare?: boolean;
  shape?: keyof typeof shapes;
  footer?: ReactNode;
  children: ReactNode;
}

/// A modal dialog or drawer. It is the browser's own <dialog>: focus stays inside, Escape and a click beside it
/// close it, and focus goes back to where it was. An input with `data-autofocus` has the focus
/// first. Its content is made anew each time it opens.
export function Dialog({ open, ...rest }: Props) {
  return open ? <OpenDialog {...rest} /> : null;
}

function OpenDialog({ onClose, title, bare, shape = 'dialog', footer, children }: Omit<Props, 'open'>) {
  const t = useMessages(messages);
  const id = useId();
  const [element, setElement] = useState<HTMLDialogElement | null>(null);

  useEffect(() => {
    if (!element) return;
    const before = document.activeElement;
    // First what concerns the whole page: whoever takes the focus has it laid out, and it is laid out once.
    document.documentElement.dataset.veiled = '';
    if (!element.open) element.showModal();
    element.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    return () => {
      element.close();
      // One that was asked in stays open when the question closes.
      if (!document.querySelector('dialog[open]')) delete document.documentElement.dataset.veiled;
      if (before instanceof HTMLElement && document.activeElement !== before) before.focus();
    };
  }, [element]);

  const closeBeside = (event: MouseEvent<HTMLDialogElement>) => {
    if (event.target === event.currentTarget) onClose();
  };

  return (
    // The keyboard's way to do what the click beside does is Escape, which is the browser's `cancel`.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <dialog
      ref={setElement}
      aria-labelledby={id}
      onMouseDown={closeBeside}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={cx('flex-col overflow-hidden border border-line bg-card p-0 text-ink shadow-float open:flex', shapes[shape])}
    >
        <div className="flex min-h-0 grow flex-col">
          <header className={bare ? 'sr-only' : 'flex items-center gap-4 px-6 pt-5 pb-2'}>
            <h2 id={id} className="grow text-xl">
              {title}
            </h2>
            {!bare && (
              <IconButton label={t('close')} onClick={onClose} className="-mr-2">
                <X aria-hidden />
              </IconButton>
            )}
          </header>
          <div className={cx('min-h-0 grow overflow-y-auto', !bare && 'px-6 pt-2 pb-6')}>{children}</div>
          {footer && (
            <footer className="flex flex-wrap justify-end gap-3 border-t border-line bg-card px-6 py-4">{footer}</footer>
          )}
        </div>
    </dialog>
  );
}

export function Drawer(props: Omit<Props, 'shape'>) {
  return <Dialog {...props} shape="drawer" />;
}
