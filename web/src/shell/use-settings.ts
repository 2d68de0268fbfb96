// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, get, ifMatch, ok } from '@/api/client';
import { type Language, nearestLanguage, setLanguage } from '@/i18n/language';
import { setTimeZone } from '@/i18n/time-zone';

/// Calls when the browser has nothing better to do, at most half a second later; answers with what takes that back.
function whenIdle(call: () => void): () => void {
  if (typeof requestIdleCallback === 'undefined') {
    const timer = setTimeout(call, 100);
    return () => clearTimeout(timer);
  }
  const waiting = requestIdleCallback(call, { timeout: 500 });
  return () => cancelIdleCallback(waiting);
}

/// Changes of settings are sent one after the other: each reads first which version it changes.
export const settingsScope = { id: 'settings' };

/// The person's settings, followed by the pages: language and time zone.
export function useFollowSettings(signedIn: boolean): void {
  const { data } = useQuery({ ...get('/api/settings'), enabled: signedIn });
  useEffect(() => {
    if (!data) return;
    setLanguage(nearestLanguage(data.language));
    // Asking the browser for its own zone is dear, and what is drawn first has it.
    return whenIdle(() => setTimeZone(data.time_zone));
  }, [data]);
}

/// Keeps another language in the settings; it was shown at once.
export function useKeepLanguage(): (language: Language) => void {
  const client = useQueryClient();
  const { mutate } = useMutation({
    scope: settingsScope,
    mutationFn: async (language: Language) => {
      const settings = await client.fetchQuery({ ...get('/api/settings'), staleTime: 0 });
      return ok(api.PATCH('/api/settings', { params: { header: ifMatch(settings) }, body: { language } }));
    },
    onSuccess: (settings) => client.setQueryData(get('/api/settings').queryKey, settings),
  });
  return mutate;
}
