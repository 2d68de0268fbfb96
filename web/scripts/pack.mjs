// SPDX-License-Identifier: GPL-3.0-or-later
// pack.mjs FOLDER ARCHIVE: the files of a folder, each that gains by it also as .br and .gz, as one file that the
// program can hold (src/http/static_site.hpp says how it is laid out). Written only when it differs.
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const [folder, target] = process.argv.slice(2);
const compressible = /\.(html|js|css|txt|svg|json|webmanifest|map)$/;

function filesOf(path) {
  return readdirSync(path).flatMap((name) => {
    const inside = join(path, name);
    return statSync(inside).isDirectory() ? filesOf(inside) : [inside];
  });
}

const entries = filesOf(folder).flatMap((path) => {
  const name = relative(folder, path).split(sep).join('/');
  const bytes = readFileSync(path);
  const files = [[name, bytes]];
  if (compressible.test(name) && bytes.length > 400) {
    const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } };
    files.push([`${name}.br`, brotliCompressSync(bytes, brotli)], [`${name}.gz`, gzipSync(bytes, { level: 9 })]);
  }
  return files;
});
// By bytes, as the program compares names.
entries.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));

const list = entries.map(([name, bytes]) => `${bytes.length} ${name}\n`).join('');
const archive = Buffer.concat([Buffer.from(`headway site 1\n${list}\n`), ...entries.map(([, bytes]) => bytes)]);
if (!existsSync(target) || !readFileSync(target).equals(archive)) writeFileSync(target, archive);
console.log(`  ${entries.length} files, ${(archive.length / 1024).toFixed(0)} KB in the program`);
