// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { cutText, type DocumentText, type Mention } from './cut';

const bytes = (text: string) => new TextEncoder().encode(text).length;

function mentionOf(text: string, words: string): Mention {
  const start = bytes(text.slice(0, text.indexOf(words)));
  return {
    start,
    end: start + bytes(words),
    page: 1,
    text: words,
    skill_id: `hw:${words}`,
    skill_name: words,
    shows: 'named',
    stance: 'stated',
    certainty: 1,
    by_person: false,
  };
}

function documentOf(text: string, more: Partial<DocumentText> = {}): DocumentText {
  const end = bytes(text);
  return {
    format: 'text',
    text,
    pages: [{ number: 1, begin: 0, end }],
    sections: [{ name: 'other', start: 0, end }],
    mentions: [],
    warnings: [],
    ...more,
  };
}

const flat = (document: DocumentText, ranges: { start: number; end: number }[] = []) =>
  cutText(document, ranges).flatMap(({ heading, body }) => [...heading, ...body]);

describe('cutText', () => {
  it('finds mentions after letters of more than one byte', () => {
    const text = '• Café Größe 😀 – Java, SQL';
    const document = documentOf(text, { mentions: [mentionOf(text, 'Java'), mentionOf(text, 'SQL')] });
    const pieces = flat(document);
    expect(pieces.filter(({ mention }) => mention !== null).map((p) => p.text)).toEqual(['Java', 'SQL']);
    expect(pieces.map((p) => p.text).join('')).toBe(text);
  });

  it('sets headings apart and drops blank lines between sections', () => {
    const text = 'Ines\n\nSkills\nJava\n\nEducation\nBSc\n';
    const at = (word: string) => bytes(text.slice(0, text.indexOf(word)));
    const blocks = cutText(
      documentOf(text, {
        sections: [
          { name: 'other', start: 0, end: 4 },
          { name: 'skills', start: at('Skills'), end: at('Education') - 2 },
          { name: 'education', start: at('Education'), end: bytes(text) },
        ],
      }),
    );
    const plain = blocks.map(({ heading, body }) => [heading, body].map((pieces) => pieces.map((p) => p.text).join('')));
    expect(plain).toEqual([['', 'Ines'], ['Skills', 'Java'], ['Education', 'BSc']]);
  });

  it('breaks a section where a page begins', () => {
    const text = 'Skills\nJava\nSQL';
    const blocks = cutText(
      documentOf(text, {
        sections: [{ name: 'skills', start: 0, end: 15 }],
        pages: [
          { number: 1, begin: 0, end: 12 },
          { number: 2, begin: 12, end: 15 },
        ],
      }),
    );
    expect(blocks.map(({ page, body }) => [page, body.map((p) => p.text).join('')])).toEqual([[null, 'Java'], [2, 'SQL']]);
  });

  it('lets a range stand out without cutting a mention in two', () => {
    const text = 'Lead developer of Java services';
    const document = documentOf(text, { mentions: [mentionOf(text, 'Java')] });
    const quoted = flat(document, [{ start: 5, end: 20 }]).filter((p) => p.quoted);
    expect(quoted.map((p) => p.text)).toEqual(['developer of ', 'Java']);
  });

  it('draws a text without sections as it is', () => {
    expect(flat(documentOf('a\nb', { sections: [] })).map((p) => p.text)).toEqual(['a\nb']);
  });
});
