// SPDX-License-Identifier: GPL-3.0-or-later
import type { PointerEvent } from 'react';

/// `<time {...titled(() => f.day(day))}>`: what stands beside the pointer, made when it comes. A date in full costs more to
/// make than the row that it is in.
export function titled(make: () => string) {
  return {
    onPointerEnter: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.title = make();
    },
  };
}
