// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { marked, moved } from './use-jobs';

const pages = { pages: [{ items: [{ id: '1', saved: false, stage: null }, { id: '2', saved: false, stage: null }], next_cursor: null }], pageParams: [''] };
const saved = { saved: true, stage: 'saved' as const };

describe('marked', () => {
  it('changes the one job of a list', () => {
    const items = (marked(pages, '2', saved, ['/api/jobs', {}]) as typeof pages).pages[0]?.items;
    expect(items?.map((job) => job.saved)).toEqual([false, true]);
  });

  it('leaves the page of a job to the server until it is saved', () => {
    const job = { id: '1', saved: false, stage: null };
    expect(marked(job, '1', saved, ['/api/jobs/{job_id}', {}])).toBe(job);
    const no = { saved: false, stage: null };
    expect(marked({ ...job, saved: true }, '1', no, ['/api/jobs/{job_id}', {}])).toEqual(job);
  });

  it('does not touch other answers that have pages', () => {
    const text = { text: 'Nurse', pages: [{ number: 1, begin: 0, end: 5 }] };
    expect(marked(text, '1', saved, ['/api/jobs/{job_id}/text', {}])).toBe(text);
  });
});

describe('moved', () => {
  const board = { pages: [{ items: [{ job_id: '1', stage: 'saved', job: { stage: 'saved' } }], next_cursor: null }], pageParams: [''] };
  const move = { id: '1', title: 'Nurse', stage: 'offer' as const };

  it('moves the card and the job in it', () => {
    const [one] = (moved(board, move, ['/api/job-collections', { all: true }]) as typeof board).pages[0]?.items ?? [];
    expect([one?.stage, one?.job.stage]).toEqual(['offer', 'offer']);
  });

  it('leaves other lists of saved jobs alone', () => {
    const list = { items: [] };
    expect(moved(list, move, ['/api/job-collections', { query: { limit: 100 } }])).toBe(list);
  });
});
