// SPDX-License-Identifier: GPL-3.0-or-later
// A model's server on a free port of loopback: CopilotKit's aimock, with the fixtures that stand in the file named by the
// first argument. Says "listens on URL" and ends with its standard input.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../web/package.json', import.meta.url)));
const { LLMock } = require('@copilotkit/aimock');

const mock = new LLMock({ port: 0 });
mock.addFixturesFromJSON(readFileSync(process.argv[2], 'utf8'));
await mock.start();
process.stdout.write(`listens on ${mock.url}\n`);
process.stdin.on('end', () => process.exit(0));
process.stdin.resume();
