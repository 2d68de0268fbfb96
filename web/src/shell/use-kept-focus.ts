// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect } from 'react';

// Nothing has the focus when a page begins: fetched after what is in sight.
const kept = () => import('./kept-focus');

/// Gives the focus of a row that is taken out of its list to the next one. Once, in the frame of the pages.
export function useKeptFocus(): void {
  useEffect(() => {
    let end: (() => void) | null = () => undefined;
    // Without a connection it is left as it is.
    void kept().then(({ keepFocus }) => { if (end) end = keepFocus(); }, () => undefined);
    return () => {
      end?.();
      end = null;
    };
  }, []);
}

/// Takes the row of what is open in a list for the one with the focus: what deletes it stands beside the list.
export function keepFocusOfOpen(): void {
  const row = document.querySelector('main li:has([aria-current="true"])');
  void kept().then(({ standsFor }) => standsFor(row), () => undefined);
}
