// SPDX-License-Identifier: GPL-3.0-or-later
import { cx } from './cx';

/// The initials of a name.
export function Avatar({ name, className }: { name: string; className?: string }) {
  const words = name.trim().split(/[\s.@_-]+/u).filter(Boolean);
  const initials = [words[0], words.length > 1 ? words[1] : undefined].map((word) => [...(word ?? '')][0] ?? '').join('');
  return (
    <span
      aria-hidden
      className={cx(
        'inline-grid size-9 shrink-0 place-items-center rounded-full bg-primary-soft text-sm font-bold text-primary uppercase',
        className,
      )}
    >
      {initials || '·'}
    </span>
  );
}
