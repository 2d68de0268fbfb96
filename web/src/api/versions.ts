// SPDX-License-Identifier: GPL-3.0-or-later
// Versions that this browser's own changes have led to. Somebody who moves a task twice in a row makes the second
// change on what is shown of the first, which still has the version from before it.
import { ifMatch } from './client';

const newest = new Map<string, number>();

interface Versioned {
  id: string;
  version: number;
}

function isVersioned(answer: unknown): answer is Versioned {
  if (typeof answer !== 'object' || answer === null || !('id' in answer) || !('version' in answer)) return false;
  return typeof answer.id === 'string' && typeof answer.version === 'number';
}

/// Remembers the version of what a change has answered with, if it has one.
export function rememberVersion(answer: unknown): void {
  if (isVersioned(answer)) newest.set(answer.id, Math.max(answer.version, newest.get(answer.id) ?? 0));
}

/// The header for a change of some fields that may follow another change of the same thing at once. A change by
/// anybody else is still refused.
export function ifMatchNewest({ id, version }: Versioned): { 'If-Match': string } {
  return ifMatch({ version: Math.max(version, newest.get(id) ?? 0) });
}
