// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation } from '@tanstack/react-query';
import { api, ok, type Wire } from '@/api/client';

export type Trial = Wire<'TryResult'>;

/// Holds a résumé against a job without an account. Nothing is kept anywhere.
export function useTrial() {
  return useMutation({
    meta: { quiet: true },
    mutationFn: (body: Wire<'TryRequest'>): Promise<Trial> => ok(api.POST('/api/try', { body })),
  });
}
