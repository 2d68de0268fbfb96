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

/// Held (disc) and needed (ring) on the scale 0–7, each with its 80 % range; between them what is to go. Few elements: a
/// report has sixty of these.
export function Dumbbell({ held, needed, carriedOver, supposed, tall }: Props) {
  const sentence = useLevelSentence();
  const from = supposed ?? held?.value ?? 0;
  const short = from < needed.value;
  const moved = supposed !== undefined && Math.abs(supposed - (held?.value ?? 0)) > 0.01;
  return (
    <span role="img" aria-label={sentence(held, needed)} className={cx('level-scale pointer-events-none relative block forced-color-adjust-none', tall ? 'h-11' : 'h-7.5')}>
      <i
        className={cx('absolute top-1/2 -mt-0.5 h-1 rounded-full', short ? 'bg-needed/50' : 'bg-held/45')}
        style={stretch(Math.min(from, needed.value), Math.max(from, needed.value))}
      />
      {needed.high > needed.low && <Whisker level={needed} className="mt-1 text-needed" />}
      {held && held.high > held.low && <Whisker level={held} className={cx('-mt-1 text-held', moved && 'opacity-30')} />}
      <i className="absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-[2.5px] border-needed bg-card" style={{ left: x(needed.value) }} />
      {held && (
        <i
          className={cx(
            'absolute top-1/2 size-3.5 -translate-1/2 rounded-full border-2',
            carriedOver ? 'border-dashed border-held bg-card' : 'border-card bg-held bg-clip-padding',
            moved && 'opacity-35',
          )}
          style={{ left: x(held.value) }}
        />
      )}
      {moved && <i className="absolute top-1/2 size-4 -translate-1/2 rounded-full border-2 border-card bg-primary" style={{ left: x(supposed) }} />}
    </span>
  );
}

const stretch = (low: number, high: number) => ({ left: x(low), right: `calc(100% - ${x(high)})` });

/// A range, a little above or below the middle (`className` shifts it) so that two of them can be told apart.
function Whisker({ level: { low, high }, className }: { level: Level; className: string }) {
  return (
    <i
      className={cx(
        'absolute top-1/2 h-1.5 -translate-y-1/2 border-x-[1.5px] border-current bg-[linear-gradient(currentColor,currentColor)] bg-size-[100%_1.5px] bg-center bg-no-repeat',
        className,
      )}
      style={stretch(low, high)}
    />
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
