// SPDX-License-Identifier: GPL-3.0-or-later
// Prints what each page makes a browser load, compressed, and fails when it is too much: the first page at most
// 200 KB of JavaScript, each further page at most 40 KB beyond what all pages share.
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const firstPage = 200;
const furtherPage = 40;
const out = new URL('../out/', import.meta.url);

const sizes = new Map();
function sizeOf(script) {
  if (!sizes.has(script)) sizes.set(script, gzipSync(readFileSync(new URL(`.${script}`, out)), { level: 9 }).length / 1024);
  return sizes.get(script);
}
const sum = (scripts) => [...scripts].reduce((total, script) => total + sizeOf(script), 0);

function scriptsOf(page) {
  const html = readFileSync(new URL(page, out), 'utf8');
  // Polyfills for browsers without modules are not loaded by others.
  const tags = [...html.matchAll(/<script\b[^>]*>/gi)].map(([tag]) => tag).filter((tag) => !/\bnomodule/i.test(tag));
  return new Set(tags.map((tag) => /\bsrc="(\/_next\/[^"?]+)/.exec(tag)?.[1]).filter(Boolean));
}

const pages = readdirSync(out).filter((name) => name.endsWith('.html') && !name.startsWith('_') && name !== '404.html');
const scripts = new Map(pages.map((page) => [page, scriptsOf(page)]));
const shared = new Set([...scripts.get('index.html')].filter((s) => pages.every((page) => scripts.get(page).has(s))));

let failed = false;
console.log(`  JavaScript, gzip: ${sum(shared).toFixed(0)} KB are shared by all pages (budget of the first page ${firstPage} KB)`);
for (const page of pages) {
  const all = sum(scripts.get(page));
  const own = all - sum(shared);
  const over = own > furtherPage || all > firstPage;
  failed ||= over;
  console.log(`  ${page.padEnd(20)} ${all.toFixed(0).padStart(4)} KB, ${own.toFixed(0).padStart(3)} KB of its own${over ? '  TOO MUCH' : ''}`);
}
if (failed) {
  console.error(`A page is over its budget (${firstPage} KB in all, ${furtherPage} KB of its own). Load the part that is not always needed with next/dynamic.`);
  process.exit(1);
}
