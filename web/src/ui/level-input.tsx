// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

export type LevelName = 'none' | 'basic' | 'working' | 'proficient' | 'advanced';

/// What a level on the scale 0–7 is called.
export function levelName(value: number): LevelName {
  if (value <= 0) return 'none';
  if (value <= 2) return 'basic';
  if (value <= 3.5) return 'working';
  return value <= 5 ? 'proficient' : 'advanced';
}

export function useLevelName(): (value: number) => string {
  const t = useMessages(messages);
  return (value) => t(`level.${levelName(value)}`);
}

interface Props {
  label: string;
  value: number;
  onChange: (value: number) => void;
  disabled?: boolean;
}

/// Chooses a level: a slider from 0 to 7 that says what its place is called.
export function LevelInput({ label, value, onChange, disabled }: Props) {
  const f = useFormat();
  const nameOf = useLevelName();
  return (
    <label className="grid gap-1.5">
      <span className="flex items-baseline justify-between gap-3 text-sm">
        <span className="font-semibold">{label}</span>
        <span className="text-ink-soft figures">
          {nameOf(value)} · {f.decimal(value)}
        </span>
      </span>
      <input
        type="range"
        min={0}
        max={7}
        step={0.5}
        value={value}
        disabled={disabled}
        aria-label={label}
        aria-valuetext={`${f.decimal(value)}, ${nameOf(value)}`}
        onChange={(event) => onChange(Number(event.target.value))}
        className="h-6 w-full cursor-pointer accent-held"
      />
    </label>
  );
}
