// SPDX-License-Identifier: GPL-3.0-or-later
import { de } from './messages.de';
import { en } from './messages.en';

export const messages = { en, de };
