// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { ApiError } from '@/api/error';
import { emptyForm, partsOf, refusalOf, requestOf, withEmployer } from './request';

describe('the request of a fetch', () => {
  it('asks open boards for words and places', () => {
    const form = { ...emptyForm, keywords: 'nurse, care assistant; nurse', locations: 'Bern', sources: ['remotive'] as const };
    expect(requestOf(form, 'boards')).toEqual({ keywords: ['nurse', 'care assistant'], locations: ['Bern'], sources: ['remotive'] });
    expect(requestOf({ ...form, types: ['part_time'] }, 'boards')).toMatchObject({ job_types: ['part_time'] });
  });

  it('asks employers, also the one that is still being written', () => {
    const form = withEmployer({ ...emptyForm, employer: 'https://jobs.lever.co/tidewater' });
    expect(form).toMatchObject({ employer: '', boards: [{ source: 'lever', name: 'tidewater' }] });
    expect(requestOf({ ...form, board: 'ashby', employer: 'quillmoor' }, 'employers')).toEqual({
      boards: [
        { source: 'lever', name: 'tidewater' },
        { source: 'ashby', name: 'quillmoor' },
      ],
    });
    expect(withEmployer({ ...form, employer: 'jobs.lever.co/tidewater' }).boards).toHaveLength(1);
  });

  it('takes each address once and nothing else', () => {
    const form = { ...emptyForm, keywords: 'nurse', urls: 'https://a.example/1\n https://a.example/2 https://a.example/1' };
    expect(requestOf(form, 'addresses')).toEqual({ urls: ['https://a.example/1', 'https://a.example/2'] });
  });

  it('names what is missing', () => {
    expect(requestOf(emptyForm, 'boards')).toBe('keywords');
    expect(requestOf({ ...emptyForm, keywords: 'nurse', sources: [] }, 'boards')).toBe('sources');
    expect(requestOf({ ...emptyForm, keywords: 'nurse' }, 'employers')).toBe('employer');
    expect(requestOf(emptyForm, 'addresses')).toBe('urls');
  });

  it('stays within what the server takes', () => {
    expect(partsOf(Array.from({ length: 30 }, (_, i) => `word ${i}`).join(','))).toHaveLength(20);
  });
});

it('finds what was refused of an entry', () => {
  const problem = { type: 'about:blank', title: '', status: 400, code: 'invalid' as const, detail: '', errors: [{ field: 'boards[1].name', message: 'is no name' }], request_id: 'r' };
  const error = new ApiError(400, problem as never);
  expect(refusalOf(error, 'boards')).toBe('is no name');
  expect(refusalOf(error, 'urls')).toBeUndefined();
  expect(refusalOf(null, 'boards')).toBeUndefined();
});
