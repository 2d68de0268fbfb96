// SPDX-License-Identifier: GPL-3.0-or-later
// An issuer of sign-ins for tests in C++. Says where it is, then does what each line asks, a JSON list of a function of
// web/e2e/issuer.mjs and its arguments, and answers with a line of JSON. Ends with its standard input.
import { createInterface } from 'node:readline';
import { startIssuer } from '../../web/e2e/issuer.mjs';

// oidc-provider says on standard output that a test is no production.
console.info = console.warn = console.log = () => {};
const issuer = await startIssuer(JSON.parse(process.argv[2]));
process.stdout.write(`${issuer.url}\n`);
for await (const line of createInterface({ input: process.stdin })) {
  const [name, ...given] = JSON.parse(line);
  try {
    process.stdout.write(`${JSON.stringify({ value: (await issuer[name](...given)) ?? null })}\n`);
  } catch (error) {
    process.stdout.write(`${JSON.stringify({ error: String(error) })}\n`);
  }
}
process.exit(0);
