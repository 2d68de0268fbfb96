// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from './cx';
import { messages } from './messages';

const radius = 42;
const round = 2 * Math.PI * radius;

interface RingProps {
  /// 0–100.
  score: number;
  /// The 80 % interval, drawn as a paler arc.
  low?: number;
  high?: number;
  size?: 'sm' | 'md' | 'lg';
}

const sizes = { sm: 'size-14 text-base', md: 'size-24 text-2xl', lg: 'size-24 text-2xl sm:size-36 sm:text-4xl' } as const;

export function ScoreRing({ score, low, high, size = 'md' }: RingProps) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <div role="img" aria-label={t('score', { score: f.number(score) })} className={cx('relative shrink-0', sizes[size])}>
      <svg viewBox="0 0 100 100" className="size-full -rotate-90" fill="none" strokeWidth="9" aria-hidden>
        <circle cx="50" cy="50" r={radius} className="stroke-line" />
        {low !== undefined && high !== undefined && high > low && (
          <circle
            cx="50"
            cy="50"
            r={radius}
            className="stroke-held/30"
            strokeDasharray={`${(round * (high - low)) / 100} ${round}`}
            strokeDashoffset={(-round * low) / 100}
          />
        )}
        <circle
          cx="50"
          cy="50"
          r={radius}
          className="stroke-held transition-[stroke-dasharray] duration-700 ease-out-soft"
          strokeLinecap={score > 0 ? 'round' : 'butt'}
          strokeDasharray={`${(round * score) / 100} ${round}`}
        />
      </svg>
      <span aria-hidden className="absolute inset-0 grid place-items-center font-display leading-none font-semibold figures">
        {f.number(score)}
      </span>
    </div>
  );
}

/// A score in a row of a list.
export function ScoreBar({ score, className }: { score: number; className?: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <span role="img" aria-label={t('score', { score: f.number(score) })} className={cx('inline-flex items-center gap-2', className)}>
      <span aria-hidden className="h-1.5 w-16 overflow-hidden rounded-full bg-well">
        <span className="block h-full rounded-full bg-held" style={{ width: `${score}%` }} />
      </span>
      <span aria-hidden className="w-7 text-right text-sm font-semibold figures">
        {f.number(score)}
      </span>
    </span>
  );
}
