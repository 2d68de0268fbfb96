// SPDX-License-Identifier: GPL-3.0-or-later
import { changeTypes } from '@/api/changes';
import { earlyScript } from '@/api/early';
import { earlyKeys } from './early-keys';
import { byPage, everywhere } from './early-questions';
import { pages } from './pages';

const addresses = pages.flatMap(({ path, within }) => [path, ...(within ?? [])]);

/// Both run in the head of every page.
export const askEarly = earlyScript({ pages: addresses, types: changeTypes, all: everywhere, questions: byPage });
export const hearEarly = earlyKeys(addresses);
