// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the server in the person's language. The server writes English; the list of the same in another language is
// fetched only by those who read that one.
import { useSyncExternalStore } from 'react';
import { currentLanguage, useLanguage } from './language';
import { lazy } from './once';
import type { Translator } from './translator';

const dayStyle = lazy(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeZone: 'UTC' }));
const timeStyle = lazy(() => new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' }));

/// An English sentence with its days and times as people write them: the server's are those of the wire.
export function dated(text: string): string {
  return text
    .replace(/(?<= on )\d{4}-\d\d-\d\d(?=[.,])/g, (day) => dayStyle().format(new Date(`${day}T00:00:00Z`)))
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, (time) => timeStyle().format(new Date(time)));
}

let german: Translator | null = null;
const listeners = new Set<() => void>();

let coming: Promise<void> | null = null;

function load(): Promise<void> {
  coming ??= import('./server-text.de').then(
    ({ translate }) => {
      german = translate;
      for (const tell of listeners) tell();
    },
    () => {
      coming = null; // English until it can be fetched
    },
  );
  return coming;
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  if (currentLanguage() === 'de') void load();
  return () => listeners.delete(tell);
}

const translator = () => german;
const noTranslator = () => null;

export type Said = (text: string | null | undefined, names?: readonly string[]) => { children: string; lang?: 'en' };

/// For an element that shows what the server says: `<p {...said(run.reason)} />`, its words and whether they are English.
/// Names: of skills, where the sentence lists such.
export function useSaid(): Said {
  const language = useLanguage();
  const known = useSyncExternalStore(subscribe, translator, noTranslator);
  if (language === 'de' && !known) void load();
  return (text, names) => {
    if (!text) return { children: '' };
    const other = language === 'de' ? known?.(text, names) : undefined;
    if (other !== undefined) return { children: other };
    return language === 'en' ? { children: dated(text) } : { children: dated(text), lang: 'en' };
  };
}

/// Until what the server says can be said in the person's language; at once where that is English.
export async function theirLanguageIsThere(): Promise<void> {
  if (typeof window !== 'undefined' && currentLanguage() === 'de' && !german) await load();
}

/// The same at once, for messages that are made outside of a page's drawing; English until the list is there.
export function inTheirLanguage(text: string): string {
  if (typeof window === 'undefined') return text;
  if (currentLanguage() !== 'de') return dated(text);
  void load();
  return german?.(text) ?? dated(text);
}
