// SPDX-License-Identifier: GPL-3.0-or-later
import { de } from './messages.de';
import { en } from './messages.en';

export const messages = { en, de };
/// Those that need no values.
export type AccountMessage = Exclude<keyof typeof en, 'oidc'>;
