// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isKnownStep } from './run-steps';

// Where the server's runs say what they do: a sentence in quotes behind how far they are.
const folders = ['flows', 'app'].map((name) => join(process.cwd(), '../src', name));
const says = [/\breport\([^"()]*,\s*"([^"]+)"/g, /\btell\([^"()]*,\s*"([^"]+)"/g, /\bStep step\([^"]*"([^"]+)"/g, /\bstep = "([^"]+)"/g];

function steps(): string[] {
  const files = folders.flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith('.cpp')).map((name) => readFileSync(join(folder, name), 'utf8')));
  return files.flatMap((text) => says.flatMap((pattern) => [...text.matchAll(pattern)].map(([, step]) => step ?? '')));
}

describe('what runs say that they do', () => {
  it('is found in the sources of the server', () => expect(new Set(steps()).size).toBeGreaterThan(8));

  it.each([...new Set(steps())])('“%s” has its words in every language', (step) => {
    expect(isKnownStep(step.endsWith(' ') ? `${step}remotive` : step)).toBe(true);
  });
});
