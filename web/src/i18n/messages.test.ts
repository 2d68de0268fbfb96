// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { languages } from './language';
import { type Catalogue, fill, type Message } from './messages';

// Every catalogue of the program, found by its name.
const files = import.meta.glob<{ messages: Record<'en' | 'de', Catalogue> }>(['../**/messages.ts', '!./messages.ts'], { eager: true });

function names(message: Message | undefined): string[] {
  const text = typeof message === 'string' ? message : `${message?.one} ${message?.other}`;
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))].sort();
}

describe('catalogues', () => {
  it('are found', () => expect(Object.keys(files).length).toBeGreaterThan(3));

  it.each(Object.entries(files))('%s has the same messages and places in every language', (_, { messages }) => {
    expect(Object.keys(messages.de).sort()).toEqual(Object.keys(messages.en).sort());
    for (const [key, message] of Object.entries(messages.en)) {
      expect([key, ...names(messages.de[key])]).toEqual([key, ...names(message)]);
    }
  });

  it.each(Object.entries(files))('%s says nothing empty', (_, { messages }) => {
    for (const language of ['en', 'de'] as const) {
      for (const message of Object.values(messages[language])) {
        for (const text of typeof message === 'string' ? [message] : [message.one, message.other]) {
          expect(text.trim()).not.toBe('');
        }
      }
    }
  });
});

describe('fill', () => {
  it.each(languages)('chooses what is one as %s does', (language) => {
    const rules = new Intl.PluralRules(language);
    for (const count of [-1, 0, 0.5, 1, 1.5, 2, 3, 11, 21, 100, 101, 1000]) {
      expect([count, fill({ one: 'one', other: 'other' }, language, { count })]).toEqual([count, rules.select(count)]);
    }
  });


  it('chooses the plural and writes numbers as the language does', () => {
    const tasks = { one: '{count} Aufgabe', other: '{count} Aufgaben' };
    expect(fill(tasks, 'de', { count: 1 })).toBe('1 Aufgabe');
    expect(fill(tasks, 'de', { count: 1234 })).toBe('1.234 Aufgaben');
    expect(fill('{count} tasks', 'en', { count: 1234 })).toBe('1,234 tasks');
  });

  it('leaves a place without a value in sight', () => {
    expect(fill('Due {when}', 'en')).toBe('Due {when}');
  });

  it('fills in text that looks like a place only once', () => {
    expect(fill('“{title}” is gone', 'en', { title: '{title} $&' })).toBe('“{title} $&” is gone');
  });
});
