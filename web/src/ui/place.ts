// SPDX-License-Identifier: GPL-3.0-or-later
const margin = 8;

export type Side = 'top' | 'right' | 'bottom';
export type Align = 'start' | 'center' | 'end';

/// Puts a fixed element beside another, on the other side when there is no room, never outside the window.
export function place(floating: HTMLElement, anchor: Element, side: Side, align: Align, gap = 6): void {
  const a = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = floating;
  const { clientWidth, clientHeight } = document.documentElement;
  let left: number;
  let top: number;
  if (side === 'right') {
    left = a.right + gap;
    top = a.top + (a.height - height) / 2;
  } else {
    left = align === 'start' ? a.left : align === 'end' ? a.right - width : a.left + (a.width - width) / 2;
    const above = a.top - gap - height;
    const below = a.bottom + gap;
    const fitsBelow = below + height + margin <= clientHeight;
    top = side === 'bottom' ? (fitsBelow || above < margin ? below : above) : above < margin ? below : above;
  }
  floating.style.left = `${Math.max(margin, Math.min(left, clientWidth - width - margin))}px`;
  floating.style.top = `${Math.max(margin, Math.min(top, clientHeight - height - margin))}px`;
}
