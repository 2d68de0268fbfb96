// SPDX-License-Identifier: GPL-3.0-or-later
// Checks contract/openapi.yaml; how to run it: contract/README.md. Prints every fault, exits with 1 when there is one.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { parseDocument } = require('yaml');
const Ajv = require('ajv/dist/2020').default;
const addFormats = require('ajv-formats').default;
const openapiSchema = require('@seriousme/openapi-schema-validator/schemas/v3.1/schema.json');

const here = new URL('.', import.meta.url);
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

const source = parseDocument(readFileSync(new URL('openapi.yaml', here), 'utf8'), { uniqueKeys: true });
for (const e of [...source.errors, ...source.warnings]) fault('openapi.yaml', e.message);
const doc = source.toJS({ maxAliasCount: 0 });
const methods = ['get', 'put', 'post', 'delete', 'patch'];
const operations = Object.entries(doc.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, operation]) => ({ path, method, operation, where: `${method.toUpperCase()} ${path}` })));

// --- references
const used = new Set();
const seek = (pointer) => pointer.slice(2).split('/').reduce(
  (at, part) => at?.[decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~')], doc);
const deref = (x) => (x?.$ref ? deref(seek(x.$ref)) : x);
function walk(x, where, visit) {
  if (x === null || typeof x !== 'object') return;
  visit(x, where);
  for (const [k, v] of Object.entries(x)) if (k !== 'example') walk(v, `${where}/${k}`, visit);
}
walk(doc, '', (x, where) => {
  if (typeof x.$ref !== 'string') return;
  used.add(x.$ref);
  if (!x.$ref.startsWith('#/') || seek(x.$ref) === undefined) fault(where, `${x.$ref} leads nowhere`);
});
for (const [kind, named] of Object.entries(doc.components)) {
  if (kind === 'securitySchemes') continue;
  for (const name of Object.keys(named)) {
    if (!used.has(`#/components/${kind}/${name}`)) fault(`components/${kind}/${name}`, 'nothing uses it');
  }
}

function finish(summary) {
  for (const f of faults) console.log(f);
  console.log(`${summary}${faults.length} faults`);
  process.exit(faults.length ? 1 : 0);
}
if (faults.length) finish('references: ');

// --- OpenAPI 3.1 itself
const official = new Ajv({ strict: false, allErrors: false, validateFormats: false });
const isOpenapi = official.compile(openapiSchema);
if (!isOpenapi(doc)) for (const e of isOpenapi.errors) fault(e.instancePath || '/', `not OpenAPI 3.1: ${e.message}`);

// --- examples
const ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
const rebase = (x) => JSON.parse(JSON.stringify(x).replaceAll('"$ref":"#/', '"$ref":"contract#/'));
ajv.addSchema({ $id: 'contract', components: { schemas: doc.components.schemas } });
function checkExample(where, schema, example) {
  try {
    const fits = ajv.compile(rebase(schema));
    if (!fits(example)) for (const e of fits.errors) fault(where, `example${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
  } catch (e) {
    fault(where, `schema: ${e.message}`);
  }
}
let examples = 0;
function checkContent(where, content) {
  for (const [type, media] of Object.entries(content)) {
    if (media.example === undefined) fault(where, `no example of ${type}`);
    else if (++examples) checkExample(`${where} ${type}`, media.schema, media.example);
  }
}
for (const { operation, where } of operations) {
  if (operation.requestBody) checkContent(`${where} request`, operation.requestBody.content);
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!response.$ref && response.content) checkContent(`${where} ${status}`, response.content);
  }
}
for (const [name, response] of Object.entries(doc.components.responses)) {
  if (response.content) checkContent(`responses/${name}`, response.content);
}
for (const [name, p] of Object.entries(doc.components.parameters)) {
  if (p.example !== undefined) checkExample(`parameters/${name}`, p.schema, p.example);
}

// --- operations
// What is answered at /mcp, the Model Context Protocol decides.
const byProtocol = new Set(['/mcp']);
const ids = new Map();
const tags = new Set(doc.tags.map((t) => t.name));
for (const { path, method, operation: o, where } of operations) {
  const need = (ok, what) => ok || fault(where, what);
  need(methods.includes(method), `${method} is no method of ours`);
  need(/^[a-z]+(_[a-z]+)+$/.test(o.operationId ?? ''), `operationId ${o.operationId} is not verb_noun`);
  need(!ids.has(o.operationId), `operationId ${o.operationId} is also that of ${ids.get(o.operationId)}`);
  ids.set(o.operationId, where);
  need(o.summary && o.tags?.length === 1 && tags.has(o.tags[0]), 'needs a summary and one known tag');
  const access = o['x-access'];
  need(['public', 'user', 'admin'].includes(access), 'needs x-access');
  need((access === 'public') === (o.security?.length === 0), 'security [] and x-access public go together');
  const parameters = (o.parameters ?? []).map(deref);
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]).sort().join();
  const declared = parameters.filter((p) => p.in === 'path').map((p) => p.name).sort().join();
  need(inPath === declared, `path has {${inPath}}, parameters are {${declared}}`);
  const names = parameters.map((p) => `${p.in} ${p.name}`);
  need(new Set(names).size === names.length, 'a parameter is declared twice');
  const has = (...codes) => codes.every((c) => o.responses[c]);
  const ok = Object.keys(o.responses).filter((c) => c < 400 && c !== '304');
  if (!byProtocol.has(path)) need(ok.length > 0, 'no success');
  const bare = (c) => c === '204' || c === '303' || c === '202' && !o.responses[c].content; // a letter on its way is no thing to show
  for (const c of ok) need(bare(c) !== Boolean(o.responses[c].content), `${c} and content do not agree`);
  for (const c of Object.keys(o.responses).filter((c) => c >= 400)) {
    need(o.responses[c].$ref || o.operationId === 'get_readiness' || byProtocol.has(path), `${c} is not a shared response`);
  }
  if (o.requestBody) need(has(400, 413, 415), 'a body needs 400, 413, 415');
  if (!o.requestBody) need(!o['x-body-limit'], 'x-body-limit without a body');
  if (access !== 'public') need(has(401), 'needs 401');
  if (access === 'admin') need(has(403), 'an admin route needs 403');
  if (access !== 'public' && method !== 'get' && !byProtocol.has(path)) need(has(403) && names.includes('header X-Headway-Request'), 'an unsafe method needs 403 and X-Headway-Request');
  if (inPath) need(has(404), 'an id needs 404');
  need(names.includes('header If-Match') === has(412, 428), 'If-Match and 412, 428 go together');
  if (names.includes('header Idempotency-Key')) need(has(409), 'Idempotency-Key needs 409');
  if (names.includes('header If-None-Match')) need(has(304), 'If-None-Match needs 304');
  need(names.includes('query limit') || !names.includes('query cursor'), 'cursor without limit');
}

// --- schemas: closed, complete on the way out, bounded on the way in
function reach(schema, seen = new Set()) {
  walk(schema, '', (x) => {
    if (x.$ref && !seen.has(x.$ref)) { seen.add(x.$ref); reach(seek(x.$ref), seen); }
  });
  return seen;
}
const named = (x) => [...reach(x)].map((r) => [r.split('/').pop(), seek(r)]);
const bodies = (of) => operations.flatMap(({ operation, where }) => of(operation).map((s) => [where, s]));
const sent = bodies((o) => Object.values(o.responses).flatMap((r) => Object.values(deref(r).content ?? {}).map((m) => m.schema)));
const received = bodies((o) => [...(o.parameters ?? []).map((p) => deref(p).schema), ...Object.values(o.requestBody?.content ?? {}).map((m) => m.schema)]);
const parts = (list) => new Map(list.flatMap(([where, s]) => [[where, s], ...named(s)]));
const types = (x) => [x.type].flat();
walk(doc.components.schemas, 'schemas', (x, where) => {
  if (!x.properties || where.endsWith('/properties') || /anyOf\/\d+$/.test(where)) return;
  if (x.additionalProperties !== false) fault(where, 'additionalProperties is not false');
  for (const name of Object.keys(x.properties)) if (!/^[a-z][a-z0-9_]*$/.test(name)) fault(where, `${name} is not snake_case`);
});
for (const [where, schema] of parts(sent)) {
  if (schema.properties && Object.keys(schema.properties).length !== (schema.required ?? []).length) fault(where, 'goes out with a field that may be absent');
}
for (const [where, schema] of parts(received)) {
  walk(schema, where, (x, at) => {
    if (x.$ref || x.enum || x.const || x.contentMediaType || at.endsWith('/properties')) return;
    if (types(x).includes('string') && x.maxLength === undefined) fault(at, 'an input text without maxLength');
    if (types(x).includes('array') && x.maxItems === undefined) fault(at, 'an input list without maxItems');
    if ((types(x).includes('number') || types(x).includes('integer')) && (x.minimum === undefined || x.maximum === undefined)) fault(at, 'an input number without bounds');
  });
}

// --- the report is the one that the program prints
const wire = JSON.parse(readFileSync(new URL('../docs/formats/gap-report.schema.json', here), 'utf8'));
const plain = (x, root) => {
  if (Array.isArray(x)) return x.map((y) => plain(y, root));
  if (x === null || typeof x !== 'object') return x;
  if (x.$ref) return plain(x.$ref.slice(2).split('/').reduce((at, p) => at[p], root), root);
  return Object.fromEntries(Object.entries(x).filter(([k]) => !['description', '$defs', '$schema', 'title'].includes(k) || typeof x[k] === 'object' && k !== '$defs')
    .sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, plain(v, root)]));
};
const same = (a, b) => JSON.stringify(plain(a, wire)) === JSON.stringify(plain(b, doc));
if (!same(wire, doc.components.schemas.GapReportContent)) fault('schemas/GapReportContent', 'differs from docs/formats/gap-report.schema.json');

const publicOnes = operations.filter(({ operation }) => operation['x-access'] === 'public').map(({ where }) => where);
console.log(`public: ${publicOnes.join(', ')}`);
finish(`${operations.length} operations, ${Object.keys(doc.components.schemas).length} schemas, ${examples} examples, `);
