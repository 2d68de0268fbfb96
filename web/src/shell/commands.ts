// SPDX-License-Identifier: GPL-3.0-or-later
// What the palette offers beside pages: actions of what is on screen, added by the component that can do them.
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Command {
  /// Shown, translated.
  label: string;
  run: () => void;
}

let commands: readonly Command[] = [];
const none: readonly Command[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Command[]): void {
  commands = next;
  for (const tell of listeners) tell();
}

/// Offers an action in the palette as long as the calling component is shown.
export function useCommand(label: string, run: () => void): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const command: Command = { label, run: () => latest.current() };
    change([...commands, command]);
    return () => change(commands.filter((other) => other !== command));
  }, [label]);
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export function useCommands(): readonly Command[] {
  return useSyncExternalStore(
    subscribe,
    () => commands,
    () => none,
  );
}
