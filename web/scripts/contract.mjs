// SPDX-License-Identifier: GPL-3.0-or-later
// Writes src/api/generated/contract.ts from contract/openapi.yaml, when that has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../contract/openapi.yaml', import.meta.url);
const target = new URL('../src/api/generated/contract.ts', import.meta.url);
const mark = `// Made from contract/openapi.yaml ${createHash('sha256').update(readFileSync(source)).digest('hex')}\n`;

if (!existsSync(target) || !readFileSync(target, 'utf8').startsWith(mark)) {
  const nodes = await openapiTS(source, { alphabetize: false, emptyObjectsUnknown: true });
  mkdirSync(new URL('.', target), { recursive: true });
  writeFileSync(target, mark + astToString(nodes));
}
