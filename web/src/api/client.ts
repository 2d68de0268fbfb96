// SPDX-License-Identifier: GPL-3.0-or-later
// The API as contract/openapi.yaml has it. Reading: `useQuery(get('/api/goals', { params: … }))`. Changing:
// `await ok(api.POST('/api/goals', { body }))` inside a mutation.
import { queryOptions } from '@tanstack/react-query';
import type { Client, MaybeOptionalInit, ParseAsResponse } from 'openapi-fetch';
import type { PathsWithMethod, RequiredKeysOf, SuccessResponse, ResponseObjectMap } from 'openapi-typescript-helpers';
import { addressOf, takeEarly } from './early';
import { refusal } from './error';
import type { components, paths } from './generated/contract';

/// A type of the wire: `Wire<'Goal'>`.
export type Wire<Name extends keyof components['schemas']> = components['schemas'][Name];

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

interface Asked {
  params?: { path?: Readonly<Record<string, unknown>>; query?: Readonly<Record<string, unknown>>; header?: Readonly<Record<string, string>> };
  body?: unknown;
  signal?: AbortSignal;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // of something between here and the server
  }
}

/// What the types of openapi-fetch promise, of which the app needs this much: JSON there and back.
const by = (method: string) => async (path: string, { params, body, signal }: Asked = {}): Promise<Reply<unknown>> => {
  const address = addressOf([path, params ?? null], encodeURIComponent);
  const headers = { 'X-Headway-Request': '1', ...(body !== undefined && { 'Content-Type': 'application/json' }), ...params?.header };
  const ask = () => fetch(address, { method, headers, signal: signal ?? null, ...(body !== undefined && { body: JSON.stringify(body) }) });
  const response = await ((method === 'GET' && takeEarly(address, ask)) || ask());
  const text = await response.text();
  if (!response.ok) return { error: parsed(text), response };
  return { data: text === '' ? undefined : JSON.parse(text), response };
};

export const api = { GET: by('GET'), POST: by('POST'), PUT: by('PUT'), PATCH: by('PATCH'), DELETE: by('DELETE') } as unknown as Pick<
  Client<paths>,
  'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
>;

/// The answer, or throws ApiError.
export async function ok<T>(call: Promise<Reply<T>>): Promise<T> {
  let reply: Reply<T>;
  try {
    reply = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw await refusal(0, null);
  }
  if (!reply.response.ok) throw await refusal(reply.response.status, reply.error);
  return reply.data as T; // of an answer that is ok there is data, or none is described (204)
}

/// The header that an update of a thing with a version needs.
export function ifMatch(thing: { version: number }): { 'If-Match': string } {
  return { 'If-Match': `"${thing.version}"` };
}

export type Readable = PathsWithMethod<paths, 'get'>;
type Init<P extends Readable> = MaybeOptionalInit<paths[P], 'get'>;
type InitArgument<I> = RequiredKeysOf<I> extends never ? [init?: I] : [init: I];
export type Answer<P extends Readable> = ParseAsResponse<
  SuccessResponse<ResponseObjectMap<paths[P]['get']>, 'application/json'>,
  object
>;

/// Options of a query. Its key is [path, parameters]; what is invalidated by path follows from that.
export function get<P extends Readable>(path: P, ...[init]: InitArgument<Init<P>>) {
  const given = (init ?? {}) as { params?: unknown };
  return queryOptions({
    queryKey: [path, given.params ?? null] as const,
    queryFn: ({ signal }) => {
      const fetchIt = api.GET as (p: string, i: object) => Promise<Reply<Answer<P>>>;
      return ok(fetchIt(path, { ...given, signal }));
    },
  });
}
