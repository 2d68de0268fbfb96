// SPDX-License-Identifier: GPL-3.0-or-later
import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';

// What jsdom lacks of dialogs and popovers: that they open, close and say so.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};
function toggle(element: HTMLElement, newState: 'open' | 'closed') {
  element.dispatchEvent(Object.assign(new Event('toggle'), { newState }));
}
HTMLElement.prototype.showPopover = function showPopover() {
  toggle(this, 'open');
};
HTMLElement.prototype.hidePopover = function hidePopover() {
  toggle(this, 'closed');
};

beforeEach(() => localStorage.clear());
afterEach(cleanup);
