// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { sentenceAround } from './sentence';

const text = `Ines Okafor – Krankenschwester

Experience
• Care for six patients a shift. Started the wound care
round and taught it to four new nurses
• Document in Epic
`;
const bytes = new TextEncoder().encode(text);

function evidence(words: string) {
  const start = new TextEncoder().encode(text.slice(0, text.indexOf(words))).length;
  return { text: words, start, end: start + new TextEncoder().encode(words).length };
}

describe('the sentence around evidence', () => {
  it('goes over a broken line and stops at the sentence before and the bullet after', () => {
    expect(sentenceAround(bytes, evidence('wound care'))).toEqual({
      before: 'Started the ',
      marked: 'wound care',
      after: ' round and taught it to four new nurses',
    });
  });

  it('leaves the bullet out', () => {
    expect(sentenceAround(bytes, evidence('Epic'))).toEqual({ before: 'Document in ', marked: 'Epic', after: '' });
  });

  it('is none of another text', () => {
    expect(sentenceAround(bytes, { ...evidence('Epic'), start: 3, end: 7 })).toBeNull();
  });

  it('shortens what is very long, at a word', () => {
    const long = `${'word '.repeat(100)}here ${'after '.repeat(100)}`;
    const found = sentenceAround(new TextEncoder().encode(long), { text: 'here', start: 500, end: 504 });
    expect(found?.before.startsWith('… word')).toBe(true);
    expect(found?.after.endsWith('after …')).toBe(true);
    expect(found?.before.length).toBeLessThan(230);
  });
});
