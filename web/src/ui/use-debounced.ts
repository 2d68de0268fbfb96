// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useState } from 'react';

/// The value as it was when it had stood still for `wait` ms.
export function useDebounced<T>(value: T, wait = 200): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), wait);
    return () => clearTimeout(timer);
  }, [value, wait]);
  return settled;
}
