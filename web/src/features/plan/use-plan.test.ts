// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { inOrder, isVerified, type Item } from './use-plan';

const item = (id: string, gain: number, place: number | null, more: Partial<Item> = {}) =>
  ({ id, gain_per_hour: gain, model_position: place, source: 'corpus', url_state: null, ...more }) as Item;

describe('the order of what one could learn', () => {
  const items = [
    item('late', 1, 1),
    item('proposed', 9, 4, { source: 'model', url_state: 'reachable' }),
    item('first', 3, 3),
    item('second', 2, 2),
  ];

  it('is ours by gain per hour, with what a model proposed behind', () => {
    expect(inOrder(items, 'ours').map(({ id }) => id)).toEqual(['first', 'second', 'late', 'proposed']);
  });

  it('is the model’s where it has said one', () => {
    expect(inOrder(items, 'model').map(({ id }) => id)).toEqual(['late', 'second', 'first', 'proposed']);
    const unasked = [item('b', 1, null), item('a', 2, null)];
    expect(inOrder(unasked, 'model').map(({ id }) => id)).toEqual(['a', 'b']);
  });
});

describe('an address', () => {
  it.each([
    ['corpus', null, true],
    ['model', 'unchecked', false],
    ['model', 'unreachable', false],
    ['model', 'reachable', true],
  ] as const)('of %s that is %s', (source, state, verified) => {
    expect(isVerified(item('x', 1, null, { source, url_state: state }))).toBe(verified);
  });
});
