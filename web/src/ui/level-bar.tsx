// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from './cx';
import { messages } from './messages';

const highest = 7;
const at = (level: number) => `${(Math.min(highest, Math.max(0, level)) / highest) * 100}%`;

interface Props {
  /// 0–7; null when nothing was found; absent where it is not asked, only what is needed.
  held?: number | null;
  needed?: number;
  className?: string;
}

/// A level on the scale 0–7: what is held as a line with a full dot, what is needed as a ring, and between
/// them what is to go.
export function LevelBar({ held, needed, className }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const has = held ?? 0;
  const text =
    needed === undefined
      ? t('level', { held: f.decimal(has) })
      : held === undefined
        ? t('levelNeeded', { needed: f.decimal(needed) })
        : held === null
        ? t('levelNone', { needed: f.decimal(needed) })
        : t('levelHeld', { held: f.decimal(has), needed: f.decimal(needed) });
  const short = needed !== undefined && has < needed;
  return (
    <div role="img" aria-label={text} className={cx('relative h-4 w-full min-w-24', className)}>
      <div className="absolute inset-x-0 top-1.5 h-1 rounded-full bg-line" />
      {Array.from({ length: highest - 1 }, (_, i) => (
        <i key={i} className="absolute top-1.5 h-1 w-px bg-card" style={{ left: at(i + 1) }} />
      ))}
      {short && (
        <div
          className="absolute top-1.5 h-1 bg-needed/45"
          style={{ left: at(has), width: `calc(${at(needed)} - ${at(has)})` }}
        />
      )}
      <div className="absolute top-1.5 left-0 h-1 rounded-full bg-held" style={{ width: at(has) }} />
      {needed !== undefined && (
        <i
          className="absolute top-0.5 size-3 -translate-x-1/2 rounded-full border-[2.5px] border-needed bg-card"
          style={{ left: at(needed) }}
        />
      )}
      {held !== null && held !== undefined && (
        <i className="absolute top-0.5 size-3 -translate-x-1/2 rounded-full bg-held" style={{ left: at(has) }} />
      )}
    </div>
  );
}
