// SPDX-License-Identifier: GPL-3.0-or-later
import { home } from '@/shell/pages';

/// Where to go after signing in: the address that asked for it, if it is one of our own pages.
export function nextAddress(next: string | null): string {
  const own = next !== null && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') && !next.startsWith('/api/');
  return own ? next : home;
}
