// SPDX-License-Identifier: GPL-3.0-or-later
import type { KeyboardEvent } from 'react';

const buttonsOfWeek = 14;

/// Left and right go from day to day (each has two buttons), up and down from week to week.
export function goByKey(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -buttonsOfWeek, ArrowDown: buttonsOfWeek }[event.key];
  const weeks = event.currentTarget.parentElement?.parentElement;
  if (by === undefined || !weeks || event.altKey || event.ctrlKey || event.metaKey) return;
  const all = [...weeks.querySelectorAll<HTMLElement>('[data-day] > button')];
  const next = all[all.findIndex((one) => one === event.target) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
