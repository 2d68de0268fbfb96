// SPDX-License-Identifier: GPL-3.0-or-later
// The browser's formatters are dear to make and cheap to keep: a list of sixty rows that makes eight of them in each
// takes longer than all the rest of the page.

/// `make` is called when the value is first wanted.
export function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

/// `make` is called once for each key.
export function once<T>(make: (key: string) => T): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    let value = kept.get(key);
    if (value === undefined) {
      value = make(key);
      kept.set(key, value);
    }
    return value;
  };
}
