// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of a feature: messages.en.ts says which there are, messages.de.ts must have the same (a missing or
// extra key is a type error). "{name}" is filled in; an object with `one` and `other` is chosen by `count`.
import { type Language, useLanguage } from './language';
import { once } from './once';
import { plainNumber } from './plain';

export interface Plural {
  readonly one: string;
  readonly other: string;
}
export type Message = string | Plural;
export type Catalogue = Readonly<Record<string, Message>>;

/// The type of the other languages, from the English messages.
export type Translation<C extends Catalogue> = {
  readonly [K in keyof C]: C[K] extends string ? string : Plural;
};

type Names<S extends string> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never;
type NamesOf<M extends Message> = M extends string
  ? Names<M>
  : M extends Plural
    ? 'count' | Names<M['other']>
    : never;
type Values<M extends Message> = { readonly [N in NamesOf<M>]: N extends 'count' ? number : string | number };
type Arguments<M extends Message> = [NamesOf<M>] extends [never] ? [] : [values: Values<M>];

export type Translate<C extends Catalogue> = <K extends keyof C & string>(
  name: K,
  ...values: Arguments<C[K]>
) => string;

export type Messages<C extends Catalogue> = Readonly<Record<Language, C | Translation<C>>>;

/// In the languages that we speak one is 1 and nothing else; a test holds this against Intl.PluralRules, which takes longer to
/// make than a page's first list to draw.
const isOne = (count: number) => Math.abs(count) === 1;
const numbers = once((language) => new Intl.NumberFormat(language));

/// Fills a message in. Numbers are written as the language writes them.
export function fill(
  message: Message,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text =
    typeof message === 'string'
      ? message
      : isOne(Number(values.count))
        ? message.one
        : message.other;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? (plainNumber(value, 3, language) ?? numbers(language).format(value)) : value;
  });
}

type AnyTranslate = (name: string, values?: Readonly<Record<string, string | number>>) => string;
const translators = new WeakMap<Catalogue, AnyTranslate>();

/// `const t = useMessages(messages); t('title'); t('tasks', { count: 3 })`. The same for all who ask for the same.
export function useMessages<C extends Catalogue>(messages: Messages<C>): Translate<C> {
  const language = useLanguage();
  const catalogue: Catalogue = messages[language];
  let translate = translators.get(catalogue);
  if (!translate) {
    translate = (name, values) => fill(catalogue[name] ?? name, language, values);
    translators.set(catalogue, translate);
  }
  return translate as Translate<C>;
}
