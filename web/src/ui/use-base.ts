// SPDX-License-Identifier: GPL-3.0-or-later
import { useState } from 'react';

/// The version of a thing that a form is about: the newest until something has been changed in the form, then the one
/// it was changed in. What was changed elsewhere meanwhile is then refused by the server instead of being overwritten;
/// after that `touched` is false again, and what was changed here is sent on top of the newest.
export function useBase<Thing extends { version: number } | null>(newest: Thing, touched: boolean): Thing {
  const [base, setBase] = useState(newest);
  if (touched || newest?.version === base?.version) return base;
  setBase(newest);
  return newest;
}
