// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says in English, and the same in German. A sentence that is not in the lists stays as the server wrote it.
// A test holds the lists against the server's sources, from both sides.
import { sentences as errors } from './server-text-errors.de';
import { sentences as health } from './server-text-health.de';
import { sentences as reading } from './server-text-reading.de';
import { type Manner, translatorOf } from './translator';

export const sentences = [...errors, ...reading, ...health];

const manner: Manner = {
  language: 'de',
  and: ' und ',
  quotes: ['„', '“'],
  others: ' und weitere',
  levels: { none: 'keine', basic: 'Grundlagen', working: 'Anwendung', proficient: 'sicher', advanced: 'fortgeschritten' },
};

export const translate = translatorOf(sentences, manner);
