// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { LevelAxis, bounds } from './dumbbell';
import { messages } from './messages';

const highest = 7;

/// The name of a level's stretch.
export function labelOf(level: number): 'none' | 'basic' | 'working' | 'proficient' | 'advanced' {
  if (level <= 0) return 'none';
  const at = bounds.findIndex((bound) => level <= bound);
  return at < 0 ? 'advanced' : ((['basic', 'working', 'proficient'] as const)[at] ?? 'advanced');
}

interface Props {
  label: string;
  value: number;
  needed: number;
  onChange: (level: number) => void;
}

/// A level 0–7 to drag or to move with the arrow keys; the ring shows what is needed.
export function LevelInput({ label, value, needed, onChange }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const text = `${f.decimal(value)} · ${t(`level.${labelOf(value)}`)}`;
  return (
    <label className="grid gap-1.5">
      <span className="flex justify-between gap-3 text-sm">
        <span className="font-semibold">{label}</span>
        <output className="figures">{text}</output>
      </span>
      <span className="relative mx-2 block">
        <svg aria-hidden width="100%" height="28" className="block overflow-visible">
          <line x1="0" x2="100%" y1="50%" y2="50%" strokeWidth="6" strokeLinecap="round" className="stroke-line" />
          <line x1="0" x2={`${(value / highest) * 100}%`} y1="50%" y2="50%" strokeWidth="6" strokeLinecap="round" className="stroke-held" />
          <circle cx={`${(needed / highest) * 100}%`} cy="50%" r="7" strokeWidth="2.5" className="fill-card stroke-needed" />
        </svg>
        <input
          type="range"
          min={0}
          max={highest}
          step={0.25}
          value={value}
          aria-valuetext={text}
          onChange={(event) => onChange(Number(event.target.value))}
          className="slider absolute -inset-x-2 inset-y-0 h-full w-[calc(100%+1rem)]"
        />
      </span>
      <span className="mx-2">
        <LevelAxis />
      </span>
    </label>
  );
}
