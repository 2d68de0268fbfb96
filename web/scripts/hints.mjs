// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the browser of the scripts that pages load at once to compile all of their functions while they arrive, which
// happens beside the page's main thread, instead of each when it is first called, which holds the page up
// (https://v8.dev/blog/explicit-compile-hints; others take it for a comment).
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const out = new URL('../out/', import.meta.url);
const hint = '//# allFunctionsCalledOnLoad\n';
const pages = readdirSync(out).filter((name) => name.endsWith('.html'));
const tags = pages.flatMap((page) => readFileSync(new URL(page, out), 'utf8').match(/<script\b[^>]*>/gi) ?? []);
const scripts = new Set(tags.filter((tag) => !/\bnomodule/i.test(tag)).flatMap((tag) => /\bsrc="\/(_next\/[^"?]+)/.exec(tag)?.[1] ?? []));
for (const script of scripts) {
  const file = new URL(script, out);
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith(hint)) writeFileSync(file, hint + text);
}
