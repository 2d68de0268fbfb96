// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { translatorOf } from './server-text';
import { sentences } from './server-text.de';

function sourcesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return sourcesIn(path);
    return /(?<!_test)\.[ch]pp$/.test(name) ? [readFileSync(path, 'utf8')] : [];
  });
}

// Literals that the compiler puts together stand in pieces.
const own = readFileSync(join(process.cwd(), 'src/api/error.ts'), 'utf8');
const sources = [...sourcesIn(join(process.cwd(), '../src')), own].join('\n').replace(/"\s*\n\s*"/g, '');

const translate = translatorOf(sentences);

describe('sentences of the server', () => {
  it.each(sentences.map(([english]) => english))('the server still says “%s”', (english) => {
    // What stands between the places must be there; a piece of a few letters says nothing.
    const pieces = english.split(/\{\w+\}/).map((piece) => piece.trim()).filter((piece) => piece.length > 3);
    for (const piece of pieces) expect(sources.includes(piece) || /^[(),% ]*\w*[(),% ]*$/.test(piece) || pieces.length > 2, piece).toBe(true);
  });

  it('has each once, with the same places', () => {
    expect(new Set(sentences.map(([english]) => english)).size).toBe(sentences.length);
    for (const [english, other] of sentences) {
      const places = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');
      for (const place of places(other)) expect(places(english)).toContain(place);
    }
  });

  it('translates what is put together of them', () => {
    expect(translate('resume_id: there is no such résumé')).toBe('Diesen Lebenslauf gibt es nicht');
    expect(translate('there is no résumé yet; Upload one, or paste its text')).toBe(
      'Es gibt noch keinen Lebenslauf; Lade einen hoch, oder füge seinen Text ein',
    );
    expect(translate('the PDF is damaged and cannot be opened. Export it again, or send it as DOCX or plain text')).toBe(
      'Das PDF ist beschädigt und lässt sich nicht öffnen. Exportiere es neu, oder schicke es als DOCX oder reinen Text',
    );
  });

  it('translates why something is worth learning', () => {
    expect(translate('Brings Python from 0.0 (none) to 3.0 (working) of the 3.2 asked for: +30.3 points in about 3 hours.')).toBe(
      'Bringt Python von 0,0 auf 3,0 der verlangten 3,2: +30,3 Punkte in etwa 3 Stunden.',
    );
    expect(
      translate(
        'Brings Helm from 0.0 (none) to 2.0 (basic), above the 1.5 asked for in Kubernetes, which it is part of or close to: +4.0 points in about 2 hours. An alternative to a step above.',
      ),
    ).toBe('Bringt Helm von 0,0 auf 2,0, mehr als die verlangten 1,5 in Kubernetes, wozu es gehört oder dem es nahe ist: +4,0 Punkte in etwa 2 Stunden. Eine Alternative zu einem Schritt weiter oben.');
  });

  it('leaves alone what it does not know in full', () => {
    expect(translate('the moon is full; Try again')).toBeUndefined();
  });
});
