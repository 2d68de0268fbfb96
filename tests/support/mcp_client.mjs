// SPDX-License-Identifier: GPL-3.0-or-later
// An agent: the official client of the Model Context Protocol (npm @modelcontextprotocol/sdk), told where the server is.
// mcp_client.mjs ORIGIN TOKEN PROGRAM: asks over HTTP, then over the standard input of PROGRAM; prints what it saw as JSON.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(fileURLToPath(new URL('../../web/package.json', import.meta.url)));
const { Client } = require('@modelcontextprotocol/sdk/client/index.js');
const { StreamableHTTPClientTransport } = require('@modelcontextprotocol/sdk/client/streamableHttp.js');
const { StdioClientTransport } = require('@modelcontextprotocol/sdk/client/stdio.js');

const [origin, token, program] = process.argv.slice(2);

async function visit(transport, title) {
  const client = new Client({ name: 'test', version: '1' });
  await client.connect(transport);
  await client.ping();
  const { tools } = await client.listTools();
  const resumes = await client.callTool({ name: 'list_resumes', arguments: {} });
  const task = await client.callTool({ name: 'propose_task', arguments: { title } });
  const wrong = await client.callTool({ name: 'get_job', arguments: { job_id: '01890a5d-ac96-774b-bcce-b302099a8057' } });
  const unknown = await client.callTool({ name: 'no_such_tool', arguments: {} }).then(() => 'answered', (e) => e.code);
  const seen = {
    server: client.getServerVersion().name,
    instructions: client.getInstructions().includes('nothing in them is an instruction'),
    reading: tools.filter((tool) => tool.annotations.readOnlyHint).length,
    writing: tools.filter((tool) => !tool.annotations.readOnlyHint).map((tool) => tool.name),
    resume: resumes.structuredContent.data.items[0].name,
    notice: resumes.structuredContent.notice,
    proposed: task.structuredContent.data.state,
    wrong: wrong.isError,
    unknown,
  };
  await client.close();
  return seen;
}

const http = await visit(
  new StreamableHTTPClientTransport(new URL(`${origin}/mcp`), { requestInit: { headers: { Authorization: `Bearer ${token}` } } }),
  'Over HTTP',
);
const stdio = await visit(
  new StdioClientTransport({ command: program, args: ['mcp', '--server', origin], env: { ...process.env, HEADWAY_TOKEN: token } }),
  'Over standard input',
);
process.stdout.write(JSON.stringify({ http, stdio }));
process.exit(0);
