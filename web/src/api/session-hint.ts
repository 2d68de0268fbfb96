// SPDX-License-Identifier: GPL-3.0-or-later
const hint = 'headway.signed-in';

/// Whether this browser was signed in when it was last here. Only a hint: the cookie is not for scripts.
export function wasSignedIn(): boolean {
  try {
    return localStorage.getItem(hint) === '1';
  } catch {
    return false;
  }
}

export function rememberSignedIn(yes: boolean): void {
  try {
    if (yes) localStorage.setItem(hint, '1');
    else localStorage.removeItem(hint);
  } catch {
    return; // storage is switched off; the landing page then does not know us
  }
}
