// SPDX-License-Identifier: GPL-3.0-or-later

/// Class names, those that are there.
export function cx(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ');
}
