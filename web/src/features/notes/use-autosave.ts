// SPDX-License-Identifier: GPL-3.0-or-later
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '@/api/error';
import { type Draft, draftOf, isSame, type Note, readNote, useWriteNote } from './use-notes';

const wait = 800;
export type SaveState = 'saved' | 'unsaved' | 'saving' | 'empty' | 'failed';

/// Keeps what is written: a moment after the last key, and when one leaves. When somebody else has changed the note
/// meanwhile, both are there (`theirs`) until the person has chosen.
export function useAutosave(note: Note | null, onMade: (note: Note) => void) {
  const [saved, setSaved] = useState(note);
  const [draft, setDraft] = useState(() => draftOf(note));
  const [theirs, setTheirs] = useState<Note | null>(null);
  const [failure, setFailure] = useState<Error | null>(null);
  const { mutateAsync, isPending } = useWriteNote();
  const dirty = !isSame(draft, draftOf(saved));
  const empty = draft.body.trim() === '';

  // Changed elsewhere while nothing is unsaved here: that is shown.
  if (note && saved && note.id === saved.id && note.version > saved.version && !dirty) {
    setSaved(note);
    setDraft(draftOf(note));
  }

  const write = async (base: Note | null, what: Draft) => {
    setFailure(null);
    try {
      const now = await mutateAsync({ note: base, draft: what });
      setSaved(now);
      setTheirs(null);
      if (!base) onMade(now);
    } catch (error) {
      if (base && error instanceof ApiError && error.status === 412) setTheirs(await readNote(base.id).catch(() => null));
      else setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };

  const due = dirty && !empty && !isPending && theirs === null && failure === null;
  const latest = useRef(() => {});
  useEffect(() => {
    latest.current = () => {
      if (due) void write(saved, draft);
    };
  });
  useEffect(() => {
    if (!due) return;
    const timer = setTimeout(() => latest.current(), wait);
    return () => clearTimeout(timer);
  }, [due, draft]);
  useEffect(() => () => latest.current(), []);
  useEffect(() => {
    if (!dirty || empty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, empty]);

  const state: SaveState = isPending ? 'saving' : failure ? 'failed' : !dirty ? 'saved' : empty ? 'empty' : 'unsaved';
  return {
    draft,
    saved,
    theirs,
    failure,
    state,
    set: (part: Partial<Draft>) => {
      setFailure(null);
      setDraft((was) => ({ ...was, ...part }));
    },
    retry: () => void write(saved, draft),
    /// Settles a conflict: with what is here, with what is there, or with both below each other.
    settle: (how: 'mine' | 'theirs' | 'both') => {
      if (!theirs) return;
      if (how === 'theirs') {
        setSaved(theirs);
        setDraft(draftOf(theirs));
        setTheirs(null);
        return;
      }
      const what = how === 'mine' ? draft : { ...draft, body: `${draft.body}\n\n---\n\n${theirs.body}` };
      setDraft(what);
      void write(theirs, what);
    },
  };
}
