// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactElement, type ReactNode, cloneElement, useId } from 'react';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

interface Control {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
}

interface Props {
  label: string;
  hint?: ReactNode;
  /// What is wrong with the input, a sentence.
  error?: string | undefined;
  optional?: boolean;
  /// An Input, Textarea, Select, Combobox: it gets id, aria-describedby and aria-invalid.
  children: ReactElement<Control>;
}

/// A labelled input with its hint and its error.
export function Field({ label, hint, error, optional, children }: Props) {
  const t = useMessages(messages);
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="flex items-baseline gap-2 text-sm font-semibold">
        {label}
        {optional && <span className="text-xs font-normal text-ink-faint">{t('optional')}</span>}
      </label>
      {cloneElement(children, {
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
