// SPDX-License-Identifier: GPL-3.0-or-later
import { renderHook } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useBase } from './use-base';

it('follows the newest version until something was changed, then stays until it is saved', () => {
  const first = { version: 1 };
  const second = { version: 2 };
  const third = { version: 3 };
  const { result, rerender } = renderHook(({ newest, touched }) => useBase(newest, touched), { initialProps: { newest: first, touched: false } });
  rerender({ newest: second, touched: false });
  expect(result.current).toBe(second);
  rerender({ newest: third, touched: true });
  expect(result.current).toBe(second);
  rerender({ newest: third, touched: false });
  expect(result.current).toBe(third);
});
