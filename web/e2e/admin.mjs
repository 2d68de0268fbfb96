// SPDX-License-Identifier: GPL-3.0-or-later
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { binary } from './server.mjs';

/// An administrator is made where the server runs. → what signs in.
export function makeAdmin(server, email = 'root@mail.example') {
  const person = { email, password: 'seven quiet herons' };
  const made = spawnSync(binary, ['user', 'add', person.email, '--admin', '--name', 'Ada Root', '--folder', server.folder], {
    input: `${person.password}\n`,
    cwd: server.folder,
    encoding: 'utf8',
  });
  assert.equal(made.status, 0, made.stderr);
  return person;
}
