// SPDX-License-Identifier: GPL-3.0-or-later
import { Check } from 'lucide-react';
import type { InputHTMLAttributes, ReactNode } from 'react';
import { cx } from './cx';

interface Props extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  children: ReactNode;
  /// Hides the label from sight; it is still read out.
  bare?: boolean;
}

export function Checkbox({ children, bare, className, ...rest }: Props) {
  return (
    <label className={cx('inline-flex min-h-6 items-center gap-2.5', className)}>
      <span className="relative inline-flex size-5 shrink-0">
        <input
          type="checkbox"
          className="peer size-5 appearance-none rounded-sm border border-line-strong bg-raised transition-colors checked:border-primary checked:bg-primary"
          {...rest}
        />
        <Check
          aria-hidden
          strokeWidth={3}
          className="pointer-events-none absolute inset-0.5 size-4 text-on-primary opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span className={bare ? 'sr-only' : undefined}>{children}</span>
    </label>
  );
}

export function Switch({ children, bare, className, ...rest }: Props) {
  return (
    <label className={cx('inline-flex min-h-6 items-center gap-3', className)}>
      <input
        type="checkbox"
        role="switch"
        className="relative h-6 w-10 shrink-0 appearance-none rounded-full border border-line-strong bg-well transition-colors before:absolute before:top-0.5 before:left-0.5 before:size-4.5 before:rounded-full before:bg-ink-soft before:transition-transform checked:border-primary checked:bg-primary checked:before:translate-x-4 checked:before:bg-on-primary focus-visible:rounded-full"
        {...rest}
      />
      <span className={bare ? 'sr-only' : undefined}>{children}</span>
    </label>
  );
}
