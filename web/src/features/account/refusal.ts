// SPDX-License-Identifier: GPL-3.0-or-later
import { ApiError } from '@/api/error';
import { type AccountMessage, messages } from './messages';

/// Which of our sentences says why the server refused to sign in or to register; null: its own.
export function refusal(error: unknown): AccountMessage | null {
  if (!(error instanceof ApiError)) return null;
  switch (error.status) {
    case 0:
      return 'offline';
    case 401:
      return 'wrong';
    case 403:
      return 'closed';
    case 409:
      return 'taken';
    case 429:
      return 'tooMany';
    default:
      return null;
  }
}

/// The sentence about a sign-in by the issuer that led back here; null when there is none.
export function signInProblem(word: string | null): AccountMessage | null {
  if (word === null) return null;
  const name = `problem.${word}`;
  return isMessage(name) ? name : 'problem.failed';
}

function isMessage(name: string): name is AccountMessage {
  return Object.hasOwn(messages.en, name);
}

export function looksLikeEmail(text: string): boolean {
  return /^\S+@\S+\.\S+$/.test(text.trim());
}
