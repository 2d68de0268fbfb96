// SPDX-License-Identifier: GPL-3.0-or-later
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from './cx';

/// What opens a <details className="group">: a chevron that turns, and words.
export function Summary({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <summary className={cx('flex w-fit list-none items-center gap-1.5 rounded font-medium hover:underline [&::-webkit-details-marker]:hidden', className)}>
      <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform group-open:rotate-90" />
      {children}
    </summary>
  );
}
