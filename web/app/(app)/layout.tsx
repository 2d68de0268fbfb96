// SPDX-License-Identifier: GPL-3.0-or-later
import type { ReactNode } from 'react';
import { AppShell } from '@/shell/app-shell';
import { WhenAlive } from '@/shell/when-alive';
import { Skeleton } from '@/ui/skeleton';

export default function AppLayout({ children }: { children: ReactNode }) {
  return (
    <AppShell>
      <WhenAlive meanwhile={<Skeleton className="h-10 w-56" />}>{children}</WhenAlive>
    </AppShell>
  );
}
