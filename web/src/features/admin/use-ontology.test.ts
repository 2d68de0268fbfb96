// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, it } from 'vitest';
import type { Run } from '@/api/runs';
import { waiting } from './use-ontology';

const pack = (framework: 'onet' | 'esco', release: string, checksum: string) => ({ framework, release, checksum });
const run = (state: Run['state'], frameworks: ReturnType<typeof pack>[] | null) => ({ state, result: frameworks && { frameworks } }) as Run;
const old = pack('onet', '30.1', 'a');
const made = pack('onet', '30.2', 'b');

it('a release that was imported waits until the server uses it', () => {
  const runs = [run('failed', null), run('ready', [made, pack('esco', '1.1.1', 'c')]), run('ready', [old])];
  expect(waiting(runs, [old, { checksum: 'c' }])).toEqual([made]);
  expect(waiting(runs, [made, { checksum: 'c' }])).toEqual([]);
  expect(waiting([run('running', null)], [old])).toEqual([]);
});
