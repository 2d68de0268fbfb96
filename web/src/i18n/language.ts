// SPDX-License-Identifier: GPL-3.0-or-later
// Which language the pages speak: the person's setting, else what this browser used last, else its own.
import { useSyncExternalStore } from 'react';

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

const key = 'headway.language';
const listeners = new Set<() => void>();

/// The nearest language that we speak: "de-AT" is "de", "fr" is "en".
export function nearestLanguage(tag: string | null | undefined): Language {
  const main = (tag ?? '').toLowerCase().split('-')[0];
  return languages.find((known) => known === main) ?? 'en';
}

function stored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is switched off
  }
}

let known: Language | null = null; // read once: every component asks for it whenever it is drawn

export function currentLanguage(): Language {
  return (known ??= nearestLanguage(stored() ?? navigator.language));
}

export function setLanguage(language: Language): void {
  document.documentElement.lang = language;
  if (known === language && stored() === language) return;
  known = language;
  try {
    localStorage.setItem(key, language);
  } catch {
    // Storage is switched off: it holds for this page.
  }
  for (const tell of listeners) tell();
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, currentLanguage, () => 'en');
}
