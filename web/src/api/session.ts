// SPDX-License-Identifier: GPL-3.0-or-later
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok } from './client';
import { leaveAfter } from './leave';

export function useSession() {
  return useQuery({ ...get('/api/auth/session'), staleTime: 5 * 60_000 });
}

/// Ends the session and leaves for the landing page, by way of the issuer where the session began at one; nothing of
/// the person stays in memory.
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await leaveAfter(
      () => ok(api.POST('/api/auth/logout')),
      (answer) => answer?.continue_at ?? '/',
    );
    client.clear();
  };
}
