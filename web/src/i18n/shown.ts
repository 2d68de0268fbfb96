// SPDX-License-Identifier: GPL-3.0-or-later
// Pages are built in English and kept out of sight (data-pending) until all of them speak another language. React takes over
// some parts later than the rest: those say themselves which language they have.
import { useLayoutEffect } from 'react';
import { currentLanguage, type Language, useLanguage } from './language';

/// Shows the page when no part of it speaks another language than it should.
export function showWhenSpoken(): void {
  const language = currentLanguage();
  if (document.querySelector(`[data-says]:not([data-says="${language}"])`)) return;
  delete document.documentElement.dataset.pending;
}

/// For the element of a part that is taken over later: `<nav {...useSays()}>`.
export function useSays(): { 'data-says': Language } {
  const language = useLanguage();
  useLayoutEffect(showWhenSpoken, [language]);
  return { 'data-says': language };
}
