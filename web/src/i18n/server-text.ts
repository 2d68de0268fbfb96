// SPDX-License-Identifier: GPL-3.0-or-later
// Sentences of the server in the person's language. The server writes English; the list of the same in another language is
// fetched only by those who read that one.
import { useSyncExternalStore } from 'react';
import { currentLanguage, useLanguage } from './language';

type Sentences = readonly (readonly [english: string, other: string])[];

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const numbers = new Set(['count', 'size', 'from', 'to', 'needed', 'sure', 'points', 'hours', 'level']);
const patternOf = (english: string) =>
  new RegExp(`^${escaped(english).replace(/\\\{(\w+)\\\}/g, (_, name: string) => `(?<${name}>${numbers.has(name) ? '[-+0-9.]+' : '.+?'})`)}$`);

/// Makes what translates one sentence: null where the list does not have it. Parts of a number are parted by a comma, as in
/// German.
function oneBy(sentences: Sentences): (text: string) => string | null {
  const fixed = new Map(sentences.filter(([english]) => !english.includes('{')));
  const open = sentences.filter(([english]) => english.includes('{')).map(([english, other]) => [patternOf(english), other] as const);
  return (text) => {
    const same = fixed.get(text);
    if (same !== undefined) return same;
    for (const [pattern, other] of open) {
      const groups = pattern.exec(text)?.groups;
      const put = (name: string) => (numbers.has(name) ? groups?.[name]?.replace('.', ',') : groups?.[name]);
      if (groups) return other.replace(/\{(\w+)\}/g, (whole, name: string) => put(name) ?? whole);
    }
    return null;
  };
}

/// How the server puts sentences together: "field: what; what to do", "what. What to do", "what: more".
const joints = [['; ', '; '], ['. ', '. '], [': ', ': '], [' in ', ' '], [' ', ' ']] as const;

/// Makes what translates all that the server says: undefined unless every part is in the list.
export function translatorOf(sentences: Sentences): (text: string) => string | undefined {
  const one = oneBy(sentences);
  const parts = (text: string, depth: number): string | null => {
    const whole = one(text);
    if (whole !== null || depth === 0) return whole;
    for (const [joint, put] of joints) {
      for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
        const first = one(text.slice(0, at)) ?? one(`${text.slice(0, at)}.`);
        // Where a technical name stands before the sentence, only the sentence is for people.
        const isField = joint === ': ' && /^[a-z_.0-9]+$/.test(text.slice(0, at));
        if (first === null && !isField) continue;
        const rest = parts(joint === ' in ' ? text.slice(at + 1) : text.slice(at + joint.length), depth - 1);
        if (rest !== null) return isField && first === null ? rest : `${first ?? ''}${first?.endsWith('.') ? ' ' : put}${rest}`;
      }
    }
    return null;
  };
  return (text) => parts(text, 4) ?? undefined;
}

type Translator = (text: string) => string | undefined;
let german: Translator | null = null;
let asked = false;
const listeners = new Set<() => void>();

function load(): void {
  if (asked) return;
  asked = true;
  import('./server-text.de').then(
    ({ sentences }) => {
      german = translatorOf(sentences);
      for (const tell of listeners) tell();
    },
    () => {
      asked = false; // English until it can be fetched
    },
  );
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  if (currentLanguage() === 'de') load();
  return () => listeners.delete(tell);
}

const translator = () => german;
const noTranslator = () => null;

/// For an element that shows what the server says: `<p {...said(run.reason)} />`, its words and whether they are English.
export function useSaid(): (text: string | null | undefined) => { children: string; lang?: 'en' } {
  const language = useLanguage();
  const known = useSyncExternalStore(subscribe, translator, noTranslator);
  if (language === 'de' && !known) load();
  return (text) => {
    if (!text) return { children: '' };
    const other = language === 'de' ? known?.(text) : undefined;
    if (other !== undefined) return { children: other };
    return language === 'en' ? { children: text } : { children: text, lang: 'en' };
  };
}

/// The same at once, for messages that are made outside of a page's drawing; English until the list is there.
export function inTheirLanguage(text: string): string {
  if (typeof window === 'undefined' || currentLanguage() !== 'de') return text;
  load();
  return german?.(text) ?? text;
}
