// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { messages } from './messages';

type Level = Wire<'Level'>;

const highest = 7;
export const bounds = [2, 3.5, 5] as const; // where working, proficient and advanced begin
const x = (level: number) => `${(Math.min(highest, Math.max(0, level)) / highest) * 100}%`;

interface Props {
  held: Level | null;
  needed: Level;
  /// The level is that of another skill, of which only a part carries over.
  carriedOver?: boolean;
  /// Supposed in place of what is held.
  supposed?: number | undefined;
  tall?: boolean;
}

/// What the drawing says, for those who do not see it.
export function useLevelSentence(): (held: Level | null, needed: Level) => string {
  const t = useMessages(messages);
  const f = useFormat();
  return (held, needed) => {
    const range = (level: Level) => t('range', { value: f.decimal(level.value), low: f.decimal(level.low), high: f.decimal(level.high) });
    return held
      ? t('levelSentence', { held: range(held), needed: range(needed) })
      : t('levelSentenceNone', { needed: range(needed) });
  };
}

/// Held (disc) and needed (ring) on the scale 0–7, each with its 80 % range; between them what is to go.
export function Dumbbell({ held, needed, carriedOver, supposed, tall }: Props) {
  const sentence = useLevelSentence();
  const from = supposed ?? held?.value ?? 0;
  const short = from < needed.value;
  const moved = supposed !== undefined && Math.abs(supposed - (held?.value ?? 0)) > 0.01;
  return (
    <svg role="img" aria-label={sentence(held, needed)} width="100%" height={tall ? 44 : 30} className="block overflow-visible">
      <g className="stroke-line" strokeWidth="1">
        {bounds.map((bound) => (
          <line key={bound} x1={x(bound)} x2={x(bound)} y1="0" y2="100%" strokeDasharray="2 3" />
        ))}
        <line x1="0" x2="100%" y1="50%" y2="50%" />
      </g>
      <line
        x1={x(from)}
        x2={x(needed.value)}
        y1="50%"
        y2="50%"
        strokeWidth="4"
        strokeLinecap="round"
        className={short ? 'stroke-needed/50' : 'stroke-held/45'}
      />
      {needed.high > needed.low && <Whisker low={needed.low} high={needed.high} shift={4} className="stroke-needed" />}
      {held && held.high > held.low && <Whisker low={held.low} high={held.high} shift={-4} className={cx('stroke-held', moved && 'opacity-30')} />}
      <circle cx={x(needed.value)} cy="50%" r="6" strokeWidth="2.5" className="fill-card stroke-needed" />
      {held && (
        <circle
          cx={x(held.value)}
          cy="50%"
          r="6"
          strokeWidth="2"
          strokeDasharray={carriedOver ? '3 2.5' : undefined}
          className={cx(carriedOver ? 'fill-card stroke-held' : 'fill-held stroke-card', moved && 'opacity-35')}
        />
      )}
      {moved && <circle cx={x(supposed)} cy="50%" r="7" strokeWidth="2" className="fill-primary stroke-card" />}
    </svg>
  );
}

/// A range, a little above or below the middle so that two of them can be told apart.
function Whisker({ low, high, shift, className }: { low: number; high: number; shift: number; className: string }) {
  return (
    <svg y="50%" overflow="visible" className={className} strokeWidth="1.5" strokeLinecap="round">
      <line x1={x(low)} x2={x(high)} y1={shift} y2={shift} />
      {[low, high].map((end) => (
        <line key={end} x1={x(end)} x2={x(end)} y1={shift - 3} y2={shift + 3} />
      ))}
    </svg>
  );
}

/// The scale over a list of dumbbells: the names of the levels, each over its stretch; where they have no room beside each
/// other, those of its ends.
export function LevelAxis() {
  const t = useMessages(messages);
  const stretches = [
    { label: t('level.basic'), from: 0, to: bounds[0] },
    { label: t('level.working'), from: bounds[0], to: bounds[1] },
    { label: t('level.proficient'), from: bounds[1], to: bounds[2] },
    { label: t('level.advanced'), from: bounds[2], to: highest },
  ];
  return (
    <div aria-hidden data-labels className="@container relative h-4 text-xs text-ink-soft">
      {stretches.map(({ label, from, to }, i) => (
        <span
          key={label}
          className={cx('absolute -translate-x-1/2 whitespace-nowrap', i % 3 !== 0 && '@max-[18rem]:hidden')}
          style={{ left: `${((from + to) / 2 / highest) * 100}%` }}
        >
          {label}
        </span>
      ))}
    </div>
  );
}
