// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { cx } from './cx';

export interface Segment<V extends string> {
  value: V;
  label: string;
  icon?: LucideIcon;
}

interface Props<V extends string> {
  label: string;
  segments: readonly Segment<V>[];
  value: V;
  onChange: (value: V) => void;
  /// Shows icons only; labels are read out.
  iconsOnly?: boolean;
}

/// One of a few, all in sight: radio buttons as one control.
export function SegmentedControl<V extends string>({ label, segments, value, onChange, iconsOnly }: Props<V>) {
  const name = useId();
  const group = useRef<HTMLFieldSetElement>(null);
  // What was chosen before the page's script ran counts as well.
  const early = useRef(() => {
    const chosen = group.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    const segment = segments.find((one) => one.value === chosen);
    if (segment && segment.value !== value) onChange(segment.value);
  });
  useEffect(() => early.current(), []);
  return (
    <fieldset ref={group} className="inline-flex rounded-full border border-line bg-well p-1">
      <legend className="sr-only">{label}</legend>
      {segments.map((segment) => (
        <label
          key={segment.value}
          className={cx(
            'inline-flex h-8 items-center gap-2 rounded-full px-3 text-sm font-medium whitespace-nowrap transition-colors has-focus-visible:outline-2 has-focus-visible:outline-primary',
            segment.value === value ? 'bg-raised text-ink shadow-card' : 'text-ink-soft hover:text-ink',
          )}
        >
          <input
            type="radio"
            name={name}
            value={segment.value}
            checked={segment.value === value}
            onChange={() => onChange(segment.value)}
            className="sr-only"
          />
          {segment.icon && <segment.icon aria-hidden className={cx('size-4', !iconsOnly && 'max-sm:hidden')} />}
          <span className={iconsOnly ? 'sr-only' : undefined}>{segment.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
