// SPDX-License-Identifier: GPL-3.0-or-later
import type { Mention } from './cut';

/// How a mention is drawn.
export type Mark = 'claimed' | 'must' | 'nice' | 'implied' | 'person' | 'negated' | 'hoped_for' | 'taught' | 'aside';

/// In the order of the legend.
export const marks: readonly Mark[] = ['claimed', 'must', 'nice', 'implied', 'person', 'hoped_for', 'taught', 'negated', 'aside'];

export const markLook: Readonly<Record<Mark, string>> = {
  claimed: 'bg-mark',
  must: 'bg-mark',
  nice: 'bg-mark/45 border-b-2 border-dotted border-needed',
  implied: 'bg-mark/45 border-b-2 border-dotted border-needed',
  person: 'bg-primary-soft border-b-2 border-primary',
  negated: 'bg-bad-soft line-through decoration-bad decoration-2',
  hoped_for: 'bg-note-soft border-b-2 border-dotted border-note',
  taught: 'bg-note-soft border-b-2 border-dotted border-note',
  aside: 'border-b border-dotted border-line-strong',
};

/// What a mention is, apart from what the document's list of skills makes of it.
export function stanceMark(mention: Mention): Mark | null {
  if (mention.stance !== 'stated') return mention.stance;
  return null;
}
