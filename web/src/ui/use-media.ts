// SPDX-License-Identifier: GPL-3.0-or-later
import { useCallback, useSyncExternalStore } from 'react';

/// Whether a media query holds now; false where nobody can tell (the build).
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (tell: () => void) => {
      if (typeof matchMedia === 'undefined') return () => undefined;
      const media = matchMedia(query);
      media.addEventListener('change', tell);
      return () => media.removeEventListener('change', tell);
    },
    [query],
  );
  return useSyncExternalStore(
    subscribe,
    () => typeof matchMedia !== 'undefined' && matchMedia(query).matches,
    () => false,
  );
}
