// SPDX-License-Identifier: GPL-3.0-or-later
import { QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { api } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { makeQueryClient } from '@/api/query-client';
import { useLearnRun } from './use-learn-run';

const run = { id: 'r1', kind: 'advise_learning', subject_id: 'g1', state: 'running', progress: 0.1, step: 'asking the language model', reason: null };

afterEach(() => vi.unstubAllGlobals());

describe('work on learning items', () => {
  it('has ended when the answer says so, though it was seen at work before the answer came', async () => {
    let answer: (response: Response) => void = () => undefined;
    const started = new Promise<Response>((resolve) => (answer = resolve));
    let open: object[] = [];
    vi.stubGlobal('fetch', (address: string, { method }: RequestInit) => {
      if (method === 'POST') return started;
      return Promise.resolve(Response.json(address === '/api/runs/r1' ? run : { items: open, next_cursor: null }));
    });
    const client = makeQueryClient();
    const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;
    const { result } = renderHook(
      () => useLearnRun({ kind: 'advise_learning', subject: 'g1' }, () => api.POST('/api/learn/advise', { body: { gap_report_id: 'g1' } })),
      { wrapper },
    );
    await waitFor(() => expect(client.isFetching()).toBe(0));
    act(() => result.current.start());
    open = [run];
    await act(() => invalidate(client, '/api/runs'));
    await waitFor(() => expect(result.current.progress).toBe(0.1));
    expect(result.current.working).toBe(true);
    answer(Response.json({ run_id: 'r1', state: 'ready', learning_item_ids: [] }));
    await waitFor(() => expect(result.current.done).toBe(true));
    expect(result.current.working).toBe(false);
  });
});
