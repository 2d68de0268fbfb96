// SPDX-License-Identifier: GPL-3.0-or-later
import { cx } from '@/ui/cx';

/// The mark: two steps up and a point to reach.
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={cx('size-8', className)}>
      <rect width="32" height="32" rx="9" className="fill-primary" />
      <path d="M7 23.5h6.5v-6H20" fill="none" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" className="stroke-on-primary" />
      <circle cx="23.5" cy="9.5" r="3" className="fill-[#f3b54a]" />
    </svg>
  );
}

export function Logo() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark />
      <span className="font-display text-xl font-semibold tracking-tight">Headway</span>
    </span>
  );
}
