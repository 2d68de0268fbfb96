// SPDX-License-Identifier: GPL-3.0-or-later
// The sentence around a piece of evidence. Offsets count bytes of the UTF-8 text.
export interface Sentence {
  before: string;
  marked: string;
  after: string;
}

const longest = 220; // characters shown on either side
const bullet = /^\s*[•▪◦*–—-]\s/u;

/// How much of `text`, read backwards from its end, is the same sentence: up to a blank line, the end of another
/// sentence, or the bullet that begins it.
function beginOf(text: string): string {
  const lines = text.split('\n');
  let out = '';
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const line = lines[i] ?? '';
    if (i < lines.length - 1 && (line.trim() === '' || /[.!?:]\s*$/u.test(line))) break;
    const ends = [...line.matchAll(/[.!?]["”)]?\s+(?=\p{Lu})/gu)];
    const last = ends.at(-1);
    out = (last ? line.slice(last.index + last[0].length) : line) + (out === '' ? '' : ` ${out.trimStart()}`);
    if (last || bullet.test(line)) break;
  }
  return out.replace(bullet, '');
}

function endOf(text: string): string {
  const lines = text.split('\n');
  let out = '';
  for (const [i, line] of lines.entries()) {
    if (i > 0 && (line.trim() === '' || bullet.test(line))) break;
    const end = /[.!?]["”)]?(?=\s|$)/u.exec(line);
    const part = end ? line.slice(0, end.index + end[0].length) : line;
    out += i === 0 ? part : ` ${part.trim()}`;
    if (end) break;
  }
  return out;
}

const tidy = (text: string) => text.replace(/\s+/gu, ' ');

/// Null when the text is not the one that the evidence is of.
export function sentenceAround(bytes: Uint8Array, evidence: { text: string; start: number; end: number }): Sentence | null {
  const decode = (from: number, to: number) => new TextDecoder().decode(bytes.subarray(from, to));
  if (decode(evidence.start, evidence.end) !== evidence.text) return null;
  let before = tidy(beginOf(decode(0, evidence.start))).trimStart();
  let after = tidy(endOf(decode(evidence.end, bytes.length))).trimEnd();
  if (before.length > longest) before = `… ${before.slice(-longest).replace(/^\S*\s/u, '')}`;
  if (after.length > longest) after = `${after.slice(0, longest).replace(/\s\S*$/u, '')} …`;
  return { before, marked: tidy(evidence.text), after };
}
