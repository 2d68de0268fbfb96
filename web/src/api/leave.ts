// SPDX-License-Identifier: GPL-3.0-or-later
// Ways out of the pages behind the sign-in. That a session has ended is heard of in several ways at once (the answer
// to signing out, the stream of changes, a question that is refused); where one goes, the first of them says.
import { rememberSignedIn, wasSignedIn } from './session-hint';

let leaving = false;

/// Before the sign-in, which leads back to the page one is on and says so when a session has ended.
export function leaveForSignIn(): void {
  if (leaving || location.pathname.startsWith('/sign-in')) return;
  leaving = true;
  const next = encodeURIComponent(location.pathname + location.search);
  const address = `/sign-in?next=${next}${wasSignedIn() ? '&ended' : ''}`;
  rememberSignedIn(false);
  location.replace(address);
}

/// Does what ends the session, then goes to the landing page, or where the answer leads. Throws what `last` throws,
/// and one stays.
export async function leaveAfter<T>(last: () => Promise<T>, to: (answer: T) => string = () => '/'): Promise<T> {
  leaving = true;
  try {
    const answer = await last();
    rememberSignedIn(false);
    location.replace(to(answer));
    return answer;
  } catch (error) {
    leaving = false;
    throw error;
  }
}
