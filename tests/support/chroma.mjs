// SPDX-License-Identifier: GPL-3.0-or-later
// A Chroma on loopback: the server inside the npm package chromadb-js-bindings. Its data lies in the folder named by the first
// argument, its port is the second one. Says "listens on URL" on descriptor 3 when it answers, and ends with its standard input.
import { readSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Worker, isMainThread, workerData } from 'node:worker_threads';

const [folder, port] = process.argv.slice(2);
const url = `http://127.0.0.1:${port}`;

async function answers() {
  try {
    return (await fetch(`${url}/api/v2/heartbeat`)).ok;
  } catch {
    return false;
  }
}

if (isMainThread) {
  // The server holds this thread for as long as it lives.
  new Worker(new URL(import.meta.url), { argv: [folder, port], workerData: 'ready', stdout: false });
  new Worker(new URL(import.meta.url), { argv: [folder, port], workerData: 'end', stdout: false });
  setTimeout(() => {
    const require = createRequire(new URL('../../build/test-servers/package.json', import.meta.url));
    require('chromadb-js-bindings-linux-x64-gnu').cli(['chroma', 'run', '--path', folder, '--host', '127.0.0.1', '--port', port]);
  }, 100);
} else if (workerData === 'ready') {
  for (let i = 0; i < 300 && !(await answers()); ++i) await new Promise((done) => setTimeout(done, 50));
  writeSync(3, `listens on ${url}\n`);
} else {
  const bytes = Buffer.alloc(256);
  while (readSync(0, bytes) > 0);
  process.kill(process.pid, 'SIGKILL'); // the main thread hears nothing gentler
}
