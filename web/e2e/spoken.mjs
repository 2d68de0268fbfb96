// SPDX-License-Identifier: GPL-3.0-or-later
// Whether all that a page says is in the person's language: what is shown, read aloud or stands beside the pointer, but for
// names and texts that the server handed out as such.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { until } from './until.mjs';

const sources = fileURLToPath(new URL('../src/', import.meta.url));

function catalogues(language, folder = sources) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return catalogues(language, path);
    if (entry.name !== `messages.${language}.ts`) return [];
    return [...readFileSync(path, 'utf8').matchAll(/: '((?:[^'\\]|\\.)+)'/g)].map(([, text]) => text.replaceAll("\\'", "'"));
  });
}
const german = new Set(catalogues('de'));
/// Messages that are written otherwise in German.
const onlyEnglish = new Set(catalogues('en').filter((text) => !german.has(text)));

/// Words that sentences in English have, and those in German have not.
const english = /(?<![-\w])(the|of|and|with|are|is|your|you|for|this|that|from|by|has|have|had|what|which|how|it|its|be|or|no|to|as|more|than|their|they|when|who|will|can|cannot|could|any|yet|these|there|does|did|why|says|asks)(?![-\w])/i;

/// Fields that hold names, texts of people and of others, addresses: shown as they are. Sentences of the server stand in none.
const given = new Set([
  'name', 'title', 'content', 'description', 'company', 'location', 'email', 'headline', 'url', 'job_title', 'resume_name', 'skill_name', 'model', 'external_id',
  'publisher', 'body', 'code', 'occupation_name', 'link', 'heading', 'version', 'release', 'base_url', 'time_zone', 'user_agent', 'subject', 'filename', 'host', 'place',
]);
/// Quotations are texts of people, except in the sentences of a summary; licences ask for their own words.
const isGiven = (key, path) => given.has(key) || (key === 'text' && !/\.bullets\.\d+\.text$/.test(path)) || key === 'attribution';

function* textsOf(value, key = '', path = '') {
  if (typeof value === 'string') {
    if (isGiven(key, path)) yield value;
  } else if (Array.isArray(value)) {
    for (const [i, one] of value.entries()) yield* textsOf(one, key, `${path}.${i}`);
  } else if (value !== null && typeof value === 'object') {
    for (const [name, one] of Object.entries(value)) yield* textsOf(one, name, `${path}.${name}`);
  }
}

/// Time zones are shown by their names.
const timeZone = /^[A-Z]\w+\/[\w /+-]+$/;

const plain = (text) => text.replaceAll(/\s+/g, ' ').trim();

/// What is on the page, with whether it is marked as English.
function shown(page) {
  return page.evaluate(() => {
    const out = [];
    const add = (text, element) => text?.trim() && out.push([text, element.closest('[lang]')?.lang === 'en']);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const element = walk.currentNode.parentElement;
      if (!['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEXTAREA'].includes(element.tagName)) add(walk.currentNode.data, element);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description', 'aria-valuetext']) {
      for (const element of document.querySelectorAll(`[${name}]`)) add(element.getAttribute(name), element);
    }
    out.push([document.title, document.documentElement.lang === 'en']);
    return out;
  });
}

/// Listens to what the server hands out from now on, and answers with what looks at a page: `await speaksGerman('report')`.
export function germanOnly(page) {
  const names = new Set(['O*NET', 'ESCO', 'Headway', 'The Muse', 'GPL-3.0-or-later']);
  const reading = new Set();
  const hear = (value) => {
    for (const text of textsOf(value)) if (plain(text).length > 2) names.add(plain(text));
  };
  page.on('response', (reply) => {
    if (!new URL(reply.url()).pathname.startsWith('/api/') || !/json/.test(reply.headers()['content-type'] ?? '')) return;
    const read = reply.json().then(hear, () => undefined);
    reading.add(read);
    void read.finally(() => reading.delete(read));
  });

  /// What is left of a text without the names in it and without what it quotes.
  function own(text) {
    if (names.has(text) || timeZone.test(text)) return '';
    let rest = text.replaceAll(/„[^“]*“|“[^”]*”/g, ' ');
    for (const name of [...names].filter((one) => rest.includes(one)).sort((a, b) => b.length - a.length)) rest = rest.replaceAll(name, ' ');
    // A piece of a longer text of people, such as the words around a mention.
    return rest.trim() && [...names].some((one) => one.length > 200 && one.includes(text)) ? '' : rest;
  }

  async function foreign() {
    await Promise.all(reading);
    const found = new Set();
    for (const [raw, marked] of await shown(page)) {
      const text = plain(raw);
      const rest = own(text);
      if (marked ? /\p{L}{2}/u.test(rest.replaceAll(/\bo[rn]\b|\band\b/g, '')) : onlyEnglish.has(text) && rest.trim() !== '') found.add(text);
      else if (!marked && english.test(rest)) found.add(text);
    }
    return [...found];
  }

  return async (what) => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'de', `${what}: the language of the page`);
    await until(foreign, (found) => found.length === 0, `English on ${what}:`);
  };
}
