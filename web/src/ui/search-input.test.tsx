// SPDX-License-Identifier: GPL-3.0-or-later
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { SearchWords } from './search-input';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const field = () => screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search' });
const type = (text: string) => fireEvent.change(field(), { target: { value: text } });
const pause = () => act(() => vi.advanceTimersByTime(500));

it('tells what was typed once typing pauses', () => {
  const onWords = vi.fn();
  render(<SearchWords label="Search" words="" onWords={onWords} />);
  type('a');
  type('acc ');
  expect(onWords).not.toHaveBeenCalled();
  pause();
  expect(onWords).toHaveBeenCalledExactlyOnceWith('acc');
});

it('keeps what is typed when the address follows late, and takes other words from it', () => {
  const onWords = vi.fn();
  const { rerender } = render(<SearchWords label="Search" words="" onWords={onWords} />);
  type('acc');
  pause();
  type('account');
  rerender(<SearchWords label="Search" words="acc" onWords={onWords} />);
  expect(field().value).toBe('account');
  pause();
  rerender(<SearchWords label="Search" words="account" onWords={onWords} />);
  rerender(<SearchWords label="Search" words="" onWords={onWords} />);
  expect(field().value).toBe('');
  rerender(<SearchWords label="Search" words="acc" onWords={onWords} />);
  expect(field().value).toBe('acc');
});
