// SPDX-License-Identifier: GPL-3.0-or-later
import { cx } from './cx';

/// Stands where something will be; give it the size of that thing, so that nothing moves.
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cx('animate-breathe rounded-md bg-line/70', className)} />;
}

/// What is shown while a list of cards or rows is read.
export function SkeletonList({ label, rows = 3, row = 'h-24' }: { label: string; rows?: number; row?: string }) {
  return (
    <div role="status" aria-label={label} className="grid gap-3">
      {Array.from({ length: rows }, (_, i) => (
        <Skeleton key={i} className={cx('w-full rounded-lg', row)} />
      ))}
    </div>
  );
}
