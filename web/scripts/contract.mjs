// SPDX-License-Identifier: GPL-3.0-or-later
// Writes what the app takes from contract/ into src/api/generated/, when that has changed: the types of openapi.yaml, and the
// server's sentences in other languages, which the program has from the same file.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

async function make(from, to, textOf) {
  const source = new URL(`../../contract/${from}`, import.meta.url);
  const target = new URL(`../src/api/generated/${to}`, import.meta.url);
  const mark = `// Made from contract/${from} ${createHash('sha256').update(readFileSync(source)).digest('hex')}\n`;
  if (existsSync(target) && readFileSync(target, 'utf8').startsWith(mark)) return;
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, mark + (await textOf(source)));
}

await make('openapi.yaml', 'contract.ts', async (source) =>
  astToString(await openapiTS(source, { alphabetize: false, emptyObjectsUnknown: true })),
);

await make('sentences.de.json', 'sentences-de.ts', (source) => {
  const { language, manner, lists } = JSON.parse(readFileSync(source, 'utf8'));
  const { and, quotes, others, levels } = manner;
  return [
    "import type { Manner, Sentences } from '@/i18n/translator';",
    `export const manner: Manner = ${JSON.stringify({ language, and, quotes, others, levels })};`,
    `export const sentences: Sentences = ${JSON.stringify(lists.flatMap((list) => list.sentences), null, 1)};`,
    '',
  ].join('\n');
});
