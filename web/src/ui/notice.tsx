// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { cx } from '@/ui/cx';

/// What came of something on this page.
export function Notice({ bad, children }: { bad?: boolean; children: ReactNode }) {
  return (
    <p
      role={bad ? 'alert' : 'status'}
      className={cx('rounded-md px-3.5 py-2.5 text-sm font-medium', bad ? 'bg-bad-soft text-bad' : 'bg-good-soft text-good')}
    >
      {children}
    </p>
  );
}
