// SPDX-License-Identifier: GPL-3.0-or-later
// The time zone of the person's settings; undefined (that of the browser) until they are known, and where it is the same.
import { useSyncExternalStore } from 'react';

let zone: string | undefined;
const listeners = new Set<() => void>();

export function setTimeZone(next: string): void {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const wanted = next === own ? undefined : next;
  if (zone === wanted) return;
  zone = wanted;
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useTimeZone(): string | undefined {
  return useSyncExternalStore(
    subscribe,
    () => zone,
    () => undefined,
  );
}
