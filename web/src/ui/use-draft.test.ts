// SPDX-License-Identifier: GPL-3.0-or-later
import { act, renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useDraft } from './use-draft';

interface Job {
  version: number;
  title: string;
  company: string;
  remote: boolean;
}
const fieldsOf = ({ title, company, remote }: Job) => ({ title, company, remote });
const first: Job = { version: 1, title: 'Nurse', company: 'Cedar Ridge', remote: false };

function draft() {
  return renderHook(({ newest, refused }) => useDraft(newest, fieldsOf, refused), { initialProps: { newest: first, refused: false } });
}

it('stays with the version that was written over until that is refused', () => {
  const { result, rerender } = draft();
  act(() => result.current.set({ title: 'Night nurse' }));
  const second = { ...first, version: 2, title: 'Senior nurse', company: 'Saltmarsh' };
  rerender({ newest: second, refused: false });
  expect(result.current.base).toBe(first);
  expect(result.current.form).toEqual({ title: 'Night nurse', company: 'Cedar Ridge', remote: false });
  expect(result.current.clashes).toEqual([]);
});

it('shows after that what came from elsewhere, and of what both have changed both', () => {
  const { result, rerender } = draft();
  act(() => result.current.set({ title: 'Night nurse', remote: true }));
  const second = { version: 2, title: 'Senior nurse', company: 'Saltmarsh', remote: true };
  rerender({ newest: second, refused: true });
  expect(result.current.base).toBe(second);
  expect(result.current.form).toEqual({ title: 'Night nurse', company: 'Saltmarsh', remote: true });
  expect(result.current.clashes).toEqual([{ field: 'title', theirs: 'Senior nurse' }]);
  act(() => result.current.set({ title: 'Night nurse, ICU' }));
  expect(result.current.clashes).toHaveLength(1);
  act(() => result.current.take('title'));
  expect(result.current.form.title).toBe('Senior nurse');
  expect(result.current.clashes).toEqual([]);
});

it('follows the newest while nothing was written', () => {
  const { result, rerender } = draft();
  const second = { ...first, version: 2, title: 'Senior nurse' };
  rerender({ newest: second, refused: false });
  expect(result.current.base).toBe(second);
  expect(result.current.form.title).toBe('Senior nurse');
});
