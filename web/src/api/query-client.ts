// SPDX-License-Identifier: GPL-3.0-or-later
import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiError } from './error';
import { leaveForSignIn } from './leave';

function onError(error: unknown): void {
  if (error instanceof ApiError && error.status === 401) leaveForSignIn();
}

/// Once more for what may pass by itself; never for what the server refused.
function retry(failures: number, error: unknown): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status === 503);
  return passing && failures < 2;
}

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error, query) => query.meta?.quiet !== true && onError(error) }),
    mutationCache: new MutationCache({
      onError: (error, _values, _context, mutation) => mutation.meta?.quiet !== true && onError(error),
    }),
    defaultOptions: {
      queries: { staleTime: 30_000, retry, refetchOnWindowFocus: true },
      mutations: { retry: false },
    },
  });
}
