// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentences } from '@/api/generated/sentences-de';
import { dated } from './server-text';
import { translate } from './server-text.de';

const server = join(process.cwd(), '../src');

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return filesIn(path);
    return /(?<!_test)\.[ch]pp$/.test(name) ? [path] : [];
  });
}

/// Literals that the compiler puts together stand in pieces.
const readSource = (path: string) => readFileSync(path, 'utf8').replace(/"\s*\n\s*"/g, '');

const own = readFileSync(join(process.cwd(), 'src/api/error.ts'), 'utf8');
const sources = [...filesIn(server).map(readSource), own].join('\n');
const piecesOf = (english: string) => english.split(/\{\w+\}|\|/).map((piece) => piece.trim()).filter((piece) => piece !== '');

describe('sentences of the server', () => {
  it.each(sentences.map(([english]) => english))('the server still says “%s”', (english) => {
    for (const piece of piecesOf(english)) expect(sources.includes(piece), piece).toBe(true);
  });

  it('has each once, with the same places', () => {
    expect(new Set(sentences.map(([english]) => english)).size).toBe(sentences.length);
    for (const [english, other] of sentences) {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      for (const place of places(other)) expect(places(english)).toContain(place);
    }
  });
});

// Where what people read of texts is written: sentences that end there with a stop.
const folders = ['career', 'document', 'flows', 'api', 'work', 'store'];
const notForPages = [
  /\/(agents|agent_tools|wire_framework|landing)\.cpp$/, // for agents; licences, whose words are given
  /\/(extraction|advice_prompt|chat_prompt|prompt_data)\.cpp$/, // for language models
];
const leftOut = new Set([
  // Of how well jobs fit; the pages say it in their own words.
  "Sentences of the résumé that show a skill without naming it or anything that goes with it count in the gap report only.",
  "Requirements in the ad's own words, which no framework knows, count as not met; the gap report looks for them in the résumé.",
]);

describe('what the server says of texts', () => {
  const files = folders.flatMap((folder) => filesIn(join(server, folder))).filter((path) => path.endsWith('.cpp') && !notForPages.some((no) => no.test(path)));
  const literals = files.flatMap((path) => {
    const withoutComments = readFileSync(path, 'utf8').replace(/^\s*\/\/.*$/gm, '').replace(/\s\/\/.*$/gm, '').replace(/"\s*\n\s*"/g, '');
    return [...withoutComments.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, literal]) => literal ?? '');
  });
  const said = [...new Set(literals)].filter((literal) => /^[A-Z “;,:].* .*\.$/.test(literal) && !leftOut.has(literal));
  const all = sentences.map(([english]) => english.replaceAll('|', '').replace(/\{\w+\}/g, '{}')).join('\n');

  it('is found', () => expect(said.length).toBeGreaterThan(60));

  it.each(said)('“%s” has its words in every language', (literal) => {
    for (const piece of literal.split(/\{[^}]*\}/).map((part) => part.trim()).filter((part) => part !== '')) expect(all.includes(piece), piece).toBe(true);
  });
});

/// The same file is run against the program's translator by src/language/translator_test.cpp.
interface Cases {
  de: { of: string; names?: string[]; cases: [english: string, german: string | null][] }[];
}
const { de } = JSON.parse(readFileSync(join(process.cwd(), '../contract/sentences.cases.json'), 'utf8')) as Cases;

describe.each(de)('a translation is of $of', ({ names, cases }) => {
  it.each(cases)('%s', (english, german) => expect(translate(english, names) ?? null).toBe(german));
});

describe('a list of names that are made of others', () => {
  it('is looked at once from each place', () => {
    const list = `${'a, '.repeat(200)}b`;
    expect(translate(`Certificates: ${list}.`, ['a', 'a, a', 'a, a, a'])).toBe(`Zertifikate: ${list}.`);
  });
});

describe('what the server says in English', () => {
  it('has its days and times as people write them, and what is quoted as it was', () => {
    expect(dated('You finished “Read RFC 9110” on 2026-11-29.')).toBe('You finished “Read RFC 9110” on Nov 29, 2026.');
    expect(dated('It would end on 2026-12-01, after the deadline.')).toBe('It would end on Dec 1, 2026, after the deadline.');
    expect(dated('Go on after 2026-11-29T10:15:00.123Z')).toMatch(/^Go on after Nov 29, 2026, \d+:15\s[AP]M$/);
    expect(dated('You finished “Plan of 2026-11-29” on 2026-11-30.')).toBe('You finished “Plan of 2026-11-29” on Nov 30, 2026.');
  });
});
