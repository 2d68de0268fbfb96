// SPDX-License-Identifier: GPL-3.0-or-later
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../tests/support/mail_sink.py', import.meta.url));

export const isInstalled = existsSync('/usr/lib/python3/dist-packages/aiosmtpd');

function partOf(message, type) {
  const [, body] = message.split(`Content-Type: ${type}`)[1].split(/\r\n\r\n/, 2);
  return Buffer.from(body.split('\r\n--')[0], 'base64').toString();
}

/// A mail server on a free port of loopback, over TLS (tests/support/mail_sink.py).
export async function startMailSink() {
  const folder = await mkdtemp(join(tmpdir(), 'headway-mail-'));
  const [ca, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2', ...name, '-keyout', key, '-out', ca], { stdio: 'ignore' });
  const child = spawn('/usr/bin/python3', ['-W', 'ignore', script, ca, key, 'starttls'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const url = (await lines.next()).value;
  return {
    flags: ['--smtp-url', url, '--smtp-user', 'headway', '--smtp-password', 's3cret', '--smtp-ca', ca, '--mail-from', 'headway@example.org'],
    /// Waits for the next mail; the path its link leads to, and whom it is for.
    async next() {
      child.stdin.write('next\n');
      const { to, message } = JSON.parse((await lines.next()).value);
      const text = partOf(message, 'text/plain');
      const { pathname, search } = new URL(/https?:\S+/.exec(text)[0]);
      return { to: to[0], path: pathname + search };
    },
    async stop() {
      child.stdin.end();
      await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}
