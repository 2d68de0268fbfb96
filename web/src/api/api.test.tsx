// SPDX-License-Identifier: GPL-3.0-or-later
import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, get, ok } from './client';
import { ApiError, fieldError } from './error';
import { useOptimisticMutation } from './optimistic';
import { makeQueryClient } from './query-client';
import { ifMatchNewest } from './versions';

const problem = {
  type: 'about:blank',
  title: 'Bad Request',
  status: 400,
  detail: 'expected text',
  instance: '/api/goals',
  code: 'invalid',
  request_id: 'r1',
  errors: [{ field: 'title', message: 'Expected 1 to 200 characters.' }],
};

describe('ok', () => {
  it('turns a problem document into a typed error with field paths', async () => {
    const failed = ok(Promise.resolve({ error: problem, response: new Response(null, { status: 400 }) }));
    const error: unknown = await failed.catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(fieldError(error, 'title')).toBe('Expected 1 to 200 characters.');
    expect(fieldError(error, 'due_on')).toBeUndefined();
  });

  it('says offline when nothing answers, and survives an answer that is no problem document', async () => {
    await expect(ok(Promise.reject(new TypeError('fetch failed')))).rejects.toMatchObject({ code: 'offline', status: 0 });
    const proxy = ok(Promise.resolve({ error: '<html>', response: new Response(null, { status: 502 }) }));
    await expect(proxy).rejects.toMatchObject({ code: 'internal', status: 502 });
  });
});

afterEach(() => vi.unstubAllGlobals());

describe('api', () => {
  const answering = (answer: () => Response) => {
    const asked: { address: string; init: RequestInit }[] = [];
    vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
      asked.push({ address, init });
      return Promise.resolve(answer());
    });
    return asked;
  };

  it('writes parameters as the contract has them and leaves out what is not given', async () => {
    const asked = answering(() => Response.json({ items: [], next_cursor: null }));
    await ok(api.GET('/api/runs', { params: { query: { state: ['queued', 'running'], cursor: undefined } } }));
    await ok(api.GET('/api/jobs', { params: { query: { q: 'R & D?' } } }));
    await ok(api.GET('/api/goals/{goal_id}', { params: { path: { goal_id: 'a/b' } } }));
    expect(asked.map(({ address }) => address)).toEqual(['/api/runs?state=queued&state=running', '/api/jobs?q=R%20%26%20D%3F', '/api/goals/a%2Fb']);
    expect(asked[0]?.init).toMatchObject({ method: 'GET', headers: { 'X-Headway-Request': '1' } });
    expect(asked[0]?.init.body).toBeUndefined();
  });

  it('sends JSON and answers with nothing where nothing is answered', async () => {
    const asked = answering(() => new Response(null, { status: 204 }));
    const params = { path: { goal_id: 'a' }, header: { 'If-Match': '"3"' } };
    expect(await ok(api.PATCH('/api/goals/{goal_id}', { params, body: { title: 'New' } }))).toBeUndefined();
    expect(asked[0]?.init).toMatchObject({ method: 'PATCH', body: '{"title":"New"}', headers: { 'If-Match': '"3"', 'Content-Type': 'application/json' } });
  });

  it('refuses what is no JSON', async () => {
    answering(() => new Response('<html>'));
    await expect(ok(api.GET('/api/goals'))).rejects.toMatchObject({ code: 'offline' });
  });
});

describe('useOptimisticMutation', () => {
  it('shows the change at once and takes it back when it is refused', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: ['kept'] })));
    const client = makeQueryClient();
    const query = { ...get('/api/goals'), queryFn: () => Promise.resolve({ items: ['kept'] } as never) };
    const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
    let refuse: (error: Error) => void = () => undefined;
    const failures: string[] = [];
    const { result } = renderHook(
      () => ({
        read: useQuery(query),
        mutation: useOptimisticMutation({
          path: '/api/goals',
          send: () => new Promise<void>((_, reject) => (refuse = reject)),
          change: (data: { items: string[] }, value: string) => ({ items: [...data.items, value] }),
          onFailed: (error) => failures.push(error.message),
        }),
      }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.read.data).toEqual({ items: ['kept'] }));
    act(() => result.current.mutation.mutate('new'));
    await waitFor(() => expect(result.current.read.data).toEqual({ items: ['kept', 'new'] }));
    act(() => refuse(new Error('no')));
    await waitFor(() => expect(result.current.read.data).toEqual({ items: ['kept'] }));
    expect(failures).toEqual(['no']);
  });

  it('sends changes of one thing in turn, each with the version that the one before led to', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ items: [] })));
    const client = makeQueryClient();
    let reads = 0;
    const query = { ...get('/api/tasks'), queryFn: () => Promise.resolve({ at: `day ${++reads}` } as never) };
    const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
    const sent: string[] = [];
    const answers: (() => void)[] = [];
    const { result } = renderHook(
      () => ({
        read: useQuery(query),
        mutation: useOptimisticMutation({
          path: '/api/tasks',
          send: (at: string) => {
            sent.push(`${at} ${ifMatchNewest({ id: 'one', version: 1 })['If-Match']}`);
            return new Promise((resolve) => answers.push(() => resolve({ id: 'one', version: sent.length + 1 })));
          },
          change: (_: { at: string }, at) => ({ at }),
        }),
      }),
      { wrapper },
    );
    await waitFor(() => expect(result.current.read.data).toEqual({ at: 'day 1' }));
    act(() => result.current.mutation.mutate('Monday'));
    act(() => result.current.mutation.mutate('Tuesday'));
    await waitFor(() => expect(result.current.read.data).toEqual({ at: 'Tuesday' }));
    expect(sent).toEqual(['Monday "1"']);
    act(() => answers[0]?.());
    await waitFor(() => expect(sent).toEqual(['Monday "1"', 'Tuesday "2"']));
    expect(result.current.read.data).toEqual({ at: 'Tuesday' });
    expect(reads).toBe(1);
    act(() => answers[1]?.());
    await waitFor(() => expect(result.current.read.data).toEqual({ at: 'day 2' }));
  });
});
