// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

const tones = {
  plain: 'bg-well text-ink-soft',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  note: 'bg-note-soft text-note',
} as const;
export type Tone = keyof typeof tones;

export function Badge({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-semibold whitespace-nowrap [&>svg]:size-3.5',
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

interface ChipProps {
  children: ReactNode;
  /// Makes it a button that is on or off.
  pressed?: boolean;
  onClick?: () => void;
  /// Makes it removable; `removeLabel` names that.
  onRemove?: () => void;
  removeLabel?: string;
}

/// A small thing of a set: a filter that is on or off, a part that can be taken away.
export function Chip({ children, pressed, onClick, onRemove, removeLabel }: ChipProps) {
  const look = cx(
    'inline-flex h-8 items-center gap-1.5 rounded-full border px-3 text-sm font-medium whitespace-nowrap transition-colors',
    pressed ? 'border-primary bg-primary-soft text-primary' : 'border-line-strong/50 bg-card text-ink-soft',
  );
  if (onClick) {
    return (
      <button
        type="button"
        aria-pressed={pressed}
        onClick={onClick}
        className={cx(look, 'hover:border-line-strong hover:text-ink focus-visible:rounded-full')}
      >
        {children}
      </button>
    );
  }
  return (
    <span className={cx(look, onRemove && 'pr-1')}>
      {children}
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="inline-flex size-6 items-center justify-center rounded-full hover:bg-well focus-visible:rounded-full"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </span>
  );
}
