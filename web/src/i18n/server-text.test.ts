// SPDX-License-Identifier: GPL-3.0-or-later
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sentences, translate } from './server-text.de';

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

describe('a translation', () => {
  it('is of what is put together of sentences', () => {
    expect(translate('resume_id: there is no such résumé')).toBe('Diesen Lebenslauf gibt es nicht');
    expect(translate('there is no résumé yet; Upload one, or paste its text')).toBe(
      'Es gibt noch keinen Lebenslauf; Lade einen hoch, oder füge seinen Text ein',
    );
    expect(translate('the PDF is damaged and cannot be opened. Export it again, or send it as DOCX or plain text')).toBe(
      'Das PDF ist beschädigt und lässt sich nicht öffnen. Exportiere es neu, oder schicke es als DOCX oder reinen Text',
    );
  });

  it.each([
    [
      'Brings Python from 0.0 (none) to 3.0 (working) of the 3.2 asked for: +30.3 points in about 3 hours.',
      'Bringt Python von 0,0 auf 3,0 der verlangten 3,2: +30,3 Punkte in etwa 3 Stunden.',
    ],
    [
      'Brings Helm from 0.0 (none) to 2.0 (basic), above the 1.5 asked for in Kubernetes, which it is part of or close to: +4.0 points in about 2 hours. An alternative to a step above.',
      'Bringt Helm von 0,0 auf 2,0, mehr als die verlangten 1,5 in Kubernetes, wozu es gehört oder dem es nahe ist: +4,0 Punkte in etwa 2 Stunden. Eine Alternative zu einem Schritt weiter oben.',
    ],
  ])('says why something is worth learning: %s', (english, german) => expect(translate(english)).toBe(german));

  it.each([
    ['About 5.8 years in dated roles that show it.', 'Rund 5,8 Jahre in datierten Stationen, die es zeigen.'],
    ['About 1 year in dated roles that show it.', 'Rund ein Jahr in datierten Stationen, die es zeigen.'],
    ['The résumé states 1 year.', 'Der Lebenslauf nennt ein Jahr.'],
    ['The ad says “5+ years of”.', 'Die Anzeige sagt „5+ years of“.'],
    ['“on call. Paged\nat night” goes with Incident response.', '„on call. Paged\nat night“ geht mit Incident response einher.'],
    ['Epic is part of Electronic health records.', 'Epic gehört zu Electronic health records.'],
    ['You set this on 2026-11-03.', 'Du hast das am 03.11.2026 so gesetzt.'],
    ['You finished “Terraform: “up” and running” on 2026-11-03.', 'Du hast „Terraform: “up” and running“ am 03.11.2026 abgeschlossen.'],
    [
      'Résumé: Pages 1, 2 and others are pictures and were read by OCR; check names and figures.',
      'Lebenslauf: Die Seiten 1, 2 und weitere sind Bilder und wurden mit Texterkennung gelesen; prüfe Namen und Zahlen.',
    ],
    ['Résumé: Page 3 is a picture and was not read: OCR is switched off.', 'Lebenslauf: Seite 3 ist ein Bild und wurde nicht gelesen: die Texterkennung ist abgeschaltet.'],
    [
      '1 of the language model small: the quoted words stand in the texts, and count with less certainty.',
      undefined,
    ],
    [
      'The language model did not read along (the language model takes too long): this rests on the rules alone.',
      'Das Sprachmodell hat nicht mitgelesen (Das Sprachmodell braucht zu lange): Das hier beruht allein auf den Regeln.',
    ],
  ])('says why a text counts: %s', (english, german) => expect(translate(english)).toBe(german));

  it.each([
    ['“Nurse” is work in this occupation.', '„Nurse“ ist Arbeit in diesem Beruf.'],
    [
      '“Nurse” is work in “Registered Nurses”, which O*NET relates to this occupation: it counts 80 %.',
      '„Nurse“ ist Arbeit in „Registered Nurses“, von O*NET als verwandt mit diesem Beruf geführt: Das zählt zu 80 %.',
    ],
    [
      'You cover 71 % of the skills and knowledge that matter more here than in other occupations. O*NET publishes no ratings of this occupation; these are the means of 4 related ones.',
      'Du deckst 71 % der Fähigkeiten und des Wissens ab, die hier wichtiger sind als in anderen Berufen. O*NET veröffentlicht zu diesem Beruf keine Bewertungen; diese sind die Mittelwerte verwandter Berufe (Anzahl: 4).',
    ],
  ])('says why an occupation is close: %s', (english, german) => expect(translate(english)).toBe(german));

  it.each([
    ['About 16 months of work in 1 dated role.', 'Rund 16 Monate Arbeit in einer datierten Station.'],
    ['About 14 years of work in 4 dated roles.', 'Rund 14 Jahre Arbeit in 4 datierten Stationen.'],
    ['Latest role: “Charge nurse, 2019 – present”.', 'Letzte Station: „Charge nurse, 2019 – present“.'],
    ['Latest roles: “A and B, C”, “D” and “E”.', 'Letzte Stationen: „A and B, C“, „D“ und „E“.'],
    ['Strongest skills shown: Health and safety (proficient), Java (working) and C (none).', 'Stärkste gezeigte Fähigkeiten: Health and safety (sicher), Java (Anwendung) und C (keine).'],
    ['It has 1834 words on 1 page.', 'Er hat 1.834 Wörter auf einer Seite.'],
    ['It has 12345 words on 2 pages.', 'Er hat 12.345 Wörter auf 2 Seiten.'],
    ['Languages: English and Spanish.', 'Sprachen: English und Spanish.'],
  ])('says what a résumé is in short: %s', (english, german) => expect(translate(english)).toBe(german));

  it('parts a list by the names in it, which may hold an “and” themselves', () => {
    const names = ['Food and drink', 'Food', 'Cost, price and value', 'Welding'];
    expect(translate('Certificates: Food and drink.', names)).toBe('Zertifikate: Food and drink.');
    expect(translate('Certificates: Cost, price and value, Welding and Food and drink.', names)).toBe(
      'Zertifikate: Cost, price and value, Welding und Food and drink.',
    );
  });

  it('is of what the server says of itself', () => {
    expect(translate('smtp://mail.example:25: the mail server offers no TLS.')).toBe('smtp://mail.example:25: Der Mailserver bietet kein TLS.');
    expect(translate('22 % of the disk is free (40.1 GB).')).toBe('22 % der Platte sind frei (40,1 GB).');
    expect(translate('PostgreSQL, schema 41.')).toBe('PostgreSQL, Schema 41.');
  });

  it('leaves alone what it does not know in full', () => {
    expect(translate('the moon is full; Try again')).toBeUndefined();
    expect(translate('https://a.example: the moon is full.')).toBeUndefined();
  });
});
