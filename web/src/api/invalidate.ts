// SPDX-License-Identifier: GPL-3.0-or-later
import type { Query, QueryClient } from '@tanstack/react-query';

/// Whether a query reads one of these paths or something below one.
export function reads(paths: readonly string[]): (query: Query) => boolean {
  return ({ queryKey: [path] }) =>
    typeof path === 'string' && paths.some((known) => path === known || path.startsWith(`${known}/`));
}

/// Has what reads these paths read again.
export function invalidate(client: QueryClient, ...paths: readonly string[]): Promise<void> {
  return client.invalidateQueries({ predicate: reads(paths) });
}
