// SPDX-License-Identifier: GPL-3.0-or-later
import { ChevronDown } from 'lucide-react';
import type { InputHTMLAttributes, Ref, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { cx } from './cx';

/// The looks that everything one writes into has in common.
export const inputLook =
  'w-full rounded-md border border-line-strong bg-raised px-3 text-ink placeholder:text-ink-faint transition-[border-color,box-shadow] ' +
  'hover:border-ink-soft focus-visible:outline-none focus-visible:rounded-md focus-visible:border-primary focus-visible:ring-3 focus-visible:ring-primary/25 ' +
  'disabled:opacity-60 aria-invalid:border-bad aria-invalid:ring-bad/20';

interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  ref?: Ref<HTMLInputElement>;
}

/// One line; type="date" is the date picker of the browser. What can only be read looks like it.
export function Input({ className, ...rest }: InputProps) {
  return <input className={cx(inputLook, 'h-10 [&[readonly]]:border-line [&[readonly]]:bg-well/60', className)} {...rest} />;
}

interface TextareaProps extends TextareaHTMLAttributes<HTMLTextAreaElement> {
  ref?: Ref<HTMLTextAreaElement>;
}

export function Textarea({ className, rows = 4, ...rest }: TextareaProps) {
  return <textarea rows={rows} className={cx(inputLook, 'resize-y py-2 leading-6', className)} {...rest} />;
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  ref?: Ref<HTMLSelectElement>;
  /// How wide it is, where it is not as wide as there is room.
  className?: string;
}

/// The browser's own list (best on phones, and needs no style element that the policy would refuse).
export function Select({ className, children, ...rest }: SelectProps) {
  return (
    <span className={cx('relative inline-flex min-w-0', className ?? 'w-full')}>
      <select className={cx(inputLook, 'h-10 appearance-none pr-9')} {...rest}>
        {children}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute top-3 right-3 size-4 text-ink-soft" />
    </span>
  );
}
