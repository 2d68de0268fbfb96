// SPDX-License-Identifier: GPL-3.0-or-later
// Two things about the pages that the build has written. The inline scripts of the head stand before the styles: one behind
// them waits until they are there, and these scripts open the stream of changes and ask what the page will ask.
//
// And it tells the browser of the scripts that pages load at once to compile all of their functions while they arrive, which
// happens beside the page's main thread, instead of each when it is first called, which holds the page up
// (https://v8.dev/blog/explicit-compile-hints; others take it for a comment).
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';

const out = new URL('../out/', import.meta.url);
const hint = '//# allFunctionsCalledOnLoad\n';
const pages = readdirSync(out).filter((name) => name.endsWith('.html'));
for (const page of pages) {
  const file = new URL(page, out);
  const html = readFileSync(file, 'utf8');
  const end = html.indexOf('</head>');
  const inline = html.slice(0, end).match(/<script>.*?<\/script>/gs) ?? [];
  const head = inline.reduce((rest, script) => rest.replace(script, () => ''), html.slice(0, end));
  writeFileSync(file, head.replace(/<meta charset[^>]*>/i, (meta) => meta + inline.join('')) + html.slice(end));
}
const tags = pages.flatMap((page) => readFileSync(new URL(page, out), 'utf8').match(/<script\b[^>]*>/gi) ?? []);
const scripts = new Set(tags.filter((tag) => !/\bnomodule/i.test(tag)).flatMap((tag) => /\bsrc="\/(_next\/[^"?]+)/.exec(tag)?.[1] ?? []));
for (const script of scripts) {
  const file = new URL(script, out);
  const text = readFileSync(file, 'utf8');
  if (!text.startsWith(hint)) writeFileSync(file, hint + text);
}
