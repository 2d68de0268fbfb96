// SPDX-License-Identifier: GPL-3.0-or-later
import { useState } from 'react';
import { useBase } from './use-base';

type Texts<Fields> = { [K in keyof Fields]: string | boolean };
/// What was written into a field, and over what.
type Written<Fields> = { [K in keyof Fields]?: { mine: Fields[K]; over: Fields[K] } };

export interface Clash<Fields> {
  field: keyof Fields & string;
  theirs: Fields[keyof Fields & string];
}

export interface Draft<Thing, Fields> {
  /// What a change is sent against: its version is the one that the form shows.
  base: Thing;
  form: Fields;
  set: (part: Partial<Fields>) => void;
  /// Fields that somebody else has changed to something else since they were written here.
  clashes: readonly Clash<Fields>[];
  /// Gives up what was written here for what is there.
  take: (field: keyof Fields) => void;
}

/// A form about a thing that may change elsewhere meanwhile. `newest`: as the server has it, null for a new one;
/// `refused`: the last sending was refused because of that. Then the form is about the newest version: fields that were
/// not written here show it, and of those that were both are known, so that nothing unseen is overwritten.
export function useDraft<Thing extends { version: number } | null, Fields extends Texts<Fields>>(
  newest: Thing,
  fieldsOf: (thing: Thing) => Fields,
  refused: boolean,
): Draft<Thing, Fields> {
  const [written, setWritten] = useState<Written<Fields>>({});
  const names = Object.keys(written) as (keyof Fields & string)[];
  const base = useBase(newest, names.length > 0 && !refused);
  const theirs = fieldsOf(base);
  const form = { ...theirs };
  const clashes: Clash<Fields>[] = [];
  for (const field of names) {
    const here = written[field];
    if (!here) continue;
    form[field] = here.mine;
    if (theirs[field] !== here.over && theirs[field] !== here.mine) clashes.push({ field, theirs: theirs[field] });
  }
  return {
    base,
    form,
    clashes,
    set: (part) =>
      setWritten((was) => {
        const next = { ...was };
        for (const field of Object.keys(part) as (keyof Fields)[]) {
          next[field] = { mine: part[field] as Fields[typeof field], over: was[field]?.over ?? theirs[field] };
        }
        return next;
      }),
    take: (field) => setWritten((was) => Object.fromEntries(Object.entries(was).filter(([name]) => name !== field)) as Written<Fields>),
  };
}
