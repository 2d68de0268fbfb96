// SPDX-License-Identifier: GPL-3.0-or-later
// Turns sentences that the server put together in English into those of another language, by a list of both. Fetched only by
// those who read that other language.

/// In the English sentence "{name}" stands for any text (some names for less: below), and "|" parts what the server's sources
/// have in several pieces; it stands for nothing.
export type Sentences = readonly (readonly [english: string, other: string])[];

/// What the other language writes in its own way inside of sentences.
export interface Manner {
  language: string;
  and: string;
  quotes: readonly [string, string];
  /// "3, 4 and others"
  others: string;
  /// Labels of levels.
  levels: Readonly<Record<string, string>>;
}

/// Names are of skills or the like, for sentences that list such: where one holds an "and" itself, only they tell.
export type Translator = (text: string, names?: readonly string[]) => string | undefined;

interface Asked {
  names: readonly string[];
  translate: (text: string) => string | null;
}
/// What a place takes, and what is put into the sentence for it; null: not this sentence.
interface Place {
  takes: string;
  put: (found: string, manner: Manner, asked: Asked) => string | null;
}

const plain: Place = { takes: '.+?', put: (found) => found };

/// Of a skill: it runs over no end of a sentence.
const name: Place = { takes: '(?:(?!\\. |: |; ).)+?', put: (found) => found };

const figure: Place = {
  takes: '[-+]?\\d+(?:\\.\\d+)?',
  put(found, { language }) {
    const digits = found.split('.')[1]?.length ?? 0;
    const written = new Intl.NumberFormat(language, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      signDisplay: found.startsWith('+') ? 'always' : 'auto',
    });
    return written.format(Number(found));
  },
};

const day: Place = {
  takes: '\\d{4}-\\d\\d-\\d\\d',
  put: (found, { language }) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${found}T00:00:00Z`)),
};

const time: Place = {
  takes: '\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z',
  put: (found, { language }) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(found)),
};

/// "3", "3, 4 and others"
const pages: Place = {
  takes: '\\d+(?:, \\d+)*(?: and others)?',
  put: (found, { others }) => found.replace(/ and others$/, others),
};

/// "“a”, “b” and “c”": lists of what was quoted.
const quoted: Place = {
  takes: '“.+”',
  put(found, { quotes: [open, close], and }) {
    const parts = found.slice(1, -1).split(/”(, | and )“/);
    return parts.map((part, i) => (i % 2 === 0 ? open + part + close : part === ', ' ? part : and)).join('');
  },
};

/// The names that a list is made of, if it is made of them: "a", "a and b", "a, b and c". Hopeless: by their lengths, ends of
/// the list that were tried in vain, so that each is tried once.
function parted(list: string, names: readonly string[], hopeless = new Set<number>()): string[] | null {
  if (hopeless.has(list.length)) return null;
  for (const name of names) {
    if (list === name) return [name];
    const joint = list.startsWith(name) ? /^(?:, | and )/.exec(list.slice(name.length))?.[0] : undefined;
    const rest = joint && parted(list.slice(name.length + joint.length), names, hopeless);
    if (rest) return [name, ...rest];
  }
  hopeless.add(list.length);
  return null;
}

const listed: Place = {
  takes: '.+',
  put(found, { language, and }, { names }) {
    const known = parted(found, names);
    if (known) return new Intl.ListFormat(language, { type: 'conjunction' }).format(known);
    return found.split(' and ').length === 2 ? found.replace(' and ', and) : found;
  },
};

/// "Rust (basic), C (none) and Go (working)"
const leveled: Place = {
  takes: '.+ \\([a-z]+\\)',
  put: (found, { and, levels }) =>
    found.replace(/ \(([a-z]+)\)( and |, |$)/g, (_, label: string, joint: string) => ` (${levels[label] ?? label})${joint === ' and ' ? and : joint}`),
};

/// A sentence inside of the sentence: `known` has to be one that is known, `why` may be any.
const known: Place = { takes: '.+', put: (found, _, { translate }) => translate(found) };
const why: Place = { takes: '.+', put: (found, _, { translate }) => translate(found) ?? found };

const places: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(['count', 'most', 'size', 'from', 'to', 'needed', 'sure', 'points', 'hours', 'level', 'years', 'months', 'pageCount'].map((name) => [name, figure])),
  one: { takes: '1', put: (found) => found },
  single: { takes: '1', put: (found) => found },
  skill: name,
  wide: name,
  packs: { takes: '[a-z]+ \\d[\\w.]*(?:, [a-z]+ \\d[\\w.]*)*', put: (found) => found },
  url: { takes: '\\w+://\\S+', put: (found) => found },
  day, time, pages, quoted, listed, leveled, known, why,
};
const placeOf = (name: string) => places[name] ?? plain;

const escaped = (text: string) => text.replace(/[.*+?^$()[\]\\]/g, '\\$&');
const patternOf = (english: string) =>
  new RegExp(`^${escaped(english).replaceAll('|', '').replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${placeOf(name).takes})`)}$`, 's');

/// How the server puts sentences together: "field: what; what to do", "what. What to do", "what: more".
const joints = [['; ', '; '], ['. ', '. '], [': ', ': '], [' in ', ' '], [' ', ' ']] as const;

/// Makes what translates all that the server says: undefined unless every part is in the list.
export function translatorOf(sentences: Sentences, manner: Manner): Translator {
  const fixed = new Map(sentences.flatMap(([english, other]) => (english.includes('{') ? [] : [[english.replaceAll('|', ''), other] as const])));
  const open = sentences.filter(([english]) => english.includes('{')).map(([english, other]) => [patternOf(english), other] as const);

  /// One sentence of the list; null where the list does not have it.
  function one(text: string, names: readonly string[]): string | null {
    const same = fixed.get(text);
    if (same !== undefined) return same;
    const asked = { names, translate: (inner: string) => parts(inner, 1, names) };
    for (const [pattern, other] of open) {
      const groups = pattern.exec(text)?.groups;
      if (!groups) continue;
      const filled = Object.entries(groups).map(([name, found]) => [name, placeOf(name).put(found, manner, asked)] as const);
      if (filled.some(([, put]) => put === null)) continue;
      const values = new Map(filled);
      return other.replace(/\{(\w+)\}/g, (whole, name: string) => values.get(name) ?? whole);
    }
    return null;
  }

  function parts(text: string, depth: number, names: readonly string[]): string | null {
    const whole = one(text, names);
    if (whole !== null || depth === 0) return whole;
    for (const [joint, put] of joints) {
      for (let at = text.indexOf(joint); at >= 0; at = text.indexOf(joint, at + 1)) {
        const first = one(text.slice(0, at), names) ?? (joint === '. ' ? one(`${text.slice(0, at)}.`, names) : null);
        // Where a technical name stands before the sentence, only the sentence is for people.
        const isField = joint === ': ' && /^[a-z_.0-9]+$/.test(text.slice(0, at));
        if (first === null && !isField) continue;
        const rest = parts(joint === ' in ' ? text.slice(at + 1) : text.slice(at + joint.length), depth - 1, names);
        if (rest !== null) return isField && first === null ? rest : `${first ?? ''}${first?.endsWith('.') ? ' ' : put}${rest}`;
      }
    }
    return null;
  }
  return (text, names = []) => parts(text, 4, names) ?? undefined;
}
