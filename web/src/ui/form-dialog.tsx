// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type FormEvent, type ReactNode, useId } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from './button';
import { Dialog } from './dialog';
import { messages } from './messages';

interface Props {
  title: string;
  shape?: 'dialog' | 'wide';
  /// What sending does: "Delete account", never "OK".
  submit: string;
  /// It cannot be undone.
  danger?: boolean;
  busy: boolean;
  /// Whether it can be sent as it is; without it, sending says what is missing.
  ready?: boolean;
  /// Why it was refused, where no field says it.
  problem?: string | undefined;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
}

/// A dialog that is filled in and sent, also by Enter, or left.
export function FormDialog({ title, shape = 'dialog', submit, danger, busy, ready = true, problem, onSubmit, onClose, children }: Props) {
  const t = useMessages(messages);
  const form = useId();
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onSubmit();
  };
  return (
    <Dialog
      open
      shape={shape}
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={form} look={danger ? 'danger' : 'primary'} busy={busy} disabled={!ready}>
            {submit}
          </Button>
        </>
      }
    >
      <form id={form} noValidate onSubmit={send} className="grid grid-cols-1 gap-5">
        {problem && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {problem}
          </p>
        )}
        {children}
      </form>
    </Dialog>
  );
}
