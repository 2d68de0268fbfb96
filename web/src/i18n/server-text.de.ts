// SPDX-License-Identifier: GPL-3.0-or-later
// What the server says in English, and the same in German, from contract/sentences.de.json. A sentence that is not in the list
// stays as the server wrote it. A test holds the list against the server's sources, from both sides.
import { manner, sentences } from '@/api/generated/sentences-de';
import { translatorOf } from './translator';

export const translate = translatorOf(sentences, manner);
