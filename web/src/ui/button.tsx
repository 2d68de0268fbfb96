// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { type ButtonHTMLAttributes, type ComponentProps, type MouseEvent, type ReactNode, type Ref, useRef } from 'react';
import { cx } from './cx';
import { Tooltip } from './tooltip';

const looks = {
  primary: 'bg-primary text-on-primary shadow-card hover:bg-primary-strong',
  secondary: 'border border-line-strong/60 bg-card text-ink hover:border-line-strong hover:bg-raised',
  quiet: 'text-ink-soft hover:bg-well hover:text-ink',
  danger: 'bg-bad text-paper hover:opacity-90',
} as const;

const sizes = {
  sm: 'h-8 gap-1.5 px-3 text-sm',
  md: 'h-10 gap-2 px-4 text-[0.9375rem]',
  lg: 'h-12 gap-2.5 px-6 text-base',
} as const;

interface Look {
  look?: keyof typeof looks | undefined;
  size?: keyof typeof sizes | undefined;
  className?: string | undefined;
}

/// The looks of a button, for what is one only in looks.
export function buttonLook({ look = 'primary', size = 'md', className }: Look = {}): string {
  return cx(
    'inline-flex shrink-0 items-center justify-center rounded-full font-semibold whitespace-nowrap transition-colors select-none',
    'focus-visible:rounded-full disabled:opacity-55 aria-disabled:opacity-55 [&>svg]:size-[1.15em] [&>svg]:shrink-0',
    looks[look],
    sizes[size],
    className,
  );
}

interface Props extends ButtonHTMLAttributes<HTMLButtonElement>, Omit<Look, 'className'> {
  /// Takes no clicks and is marked busy; the label and the focus stay.
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

/// A button that can be busy takes the second click of a double one (or Enter pressed twice) for the same: `busy` is
/// shown a moment after the first. As forms are sent by their button, this holds for them as well.
export function Button({ look, size, busy, disabled, className, onClick, ...rest }: Props) {
  const begun = useRef(false);
  const once = (event: MouseEvent<HTMLButtonElement>) => {
    if (busy !== undefined && (busy || begun.current || event.detail > 1)) {
      event.preventDefault();
      return;
    }
    begun.current = true;
    // What the click begins tells of itself in the next task; what a form begins, in the one after.
    setTimeout(() => setTimeout(() => (begun.current = false)));
    onClick?.(event);
  };
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      disabled={disabled}
      onClick={once}
      className={buttonLook({ look, size, className: cx(busy && 'animate-breathe', className) })}
      {...rest}
    />
  );
}

/// A link that looks like a button.
export function ButtonLink({ look, size, className, ...rest }: ComponentProps<typeof Link> & Look) {
  return <Link className={buttonLook({ look, size, className })} {...rest} />;
}

interface IconProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /// Its name for everybody: read out, and shown as a tooltip.
  label: string;
  children: ReactNode;
  size?: 'sm' | 'md';
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ label, size = 'md', className, ...rest }: IconProps) {
  return (
    <Tooltip text={label}>
      <button
        type="button"
        aria-label={label}
        className={cx(
          'inline-flex shrink-0 items-center justify-center rounded-full text-ink-soft transition-colors hover:bg-well hover:text-ink focus-visible:rounded-full disabled:opacity-50',
          size === 'md' ? 'size-10 [&>svg]:size-5' : 'size-8 [&>svg]:size-4',
          className,
        )}
        {...rest}
      />
    </Tooltip>
  );
}
