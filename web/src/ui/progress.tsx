// SPDX-License-Identifier: GPL-3.0-or-later
import { cx } from './cx';

/// A share from 0 to 1 as a bar.
export function Progress({ value, label, className }: { value: number; label: string; className?: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={cx('h-2 w-full overflow-hidden rounded-full bg-well', className)}
    >
      <div className="h-full rounded-full bg-held transition-[width] duration-500 ease-out-soft" style={{ width: `${percent}%` }} />
    </div>
  );
}
