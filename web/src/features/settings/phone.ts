// SPDX-License-Identifier: GPL-3.0-or-later

/// A number as people write it, as E.164; null when it has no country code or cannot be one.
export function toE164(text: string): string | null {
  const plain = text.replace(/[\s().\-/\u00a0]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(plain) ? plain : null;
}
