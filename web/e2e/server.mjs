// SPDX-License-Identifier: GPL-3.0-or-later
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const binary = process.env.HEADWAY_BINARY ?? join(root, 'build/headway');

/// Starts the program and answers with its first line that `pattern` finds something in, and a way to end it.
async function startProgram(flags, folder, pattern) {
  const child = spawn(binary, flags, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const exited = once(child, 'exit');
  const found = await Promise.race([
    (async () => {
      for await (const line of createInterface({ input: child.stdout })) {
        const match = pattern.exec(line);
        if (match) return match;
      }
    })(),
    exited.then(() => undefined),
  ]);
  if (!found) throw new Error(`headway ${flags[0]} did not start: ${said}`);
  const stop = async () => {
    child.kill('SIGTERM');
    await exited;
  };
  return { found, stop };
}

/// The real program on a free port of loopback, with a folder of its own that is removed at the end.
/// `more`: further flags, such as ['--registration', 'closed'].
export async function startServer(more = []) {
  const folder = await mkdtemp(join(tmpdir(), 'headway-e2e-'));
  const common = ['--folder', folder, '--log', join(folder, 'log')];
  const { found, stop } = await startProgram(['serve', ...common, '--listen', '127.0.0.1:0', ...more], folder, /listens on (http:\S+)/);
  const workers = [];
  return {
    origin: found[1],
    folder,
    /// Where the server was started with `--workers 0`: a process that does its background work, until it is stopped.
    async work() {
      const worker = await startProgram(['work', ...common, '--workers', '1'], folder, /./);
      workers.push(worker);
      return worker;
    },
    async stop() {
      for (const worker of workers) await worker.stop();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
