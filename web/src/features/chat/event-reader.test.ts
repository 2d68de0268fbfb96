// SPDX-License-Identifier: GPL-3.0-or-later
import { expect, test } from 'vitest';
import { eventReader, readEvents, type StreamEvent } from './event-reader';

const wire = ': beat\n\nevent: delta\ndata: {"text":"ü\\n"}\n\nevent: done\ndata: a\ndata: b\n\n: beat\n\n';
const events = [
  { name: 'delta', data: '{"text":"ü\\n"}' },
  { name: 'done', data: 'a\nb' },
];

test('events are the same whatever the pieces', () => {
  for (let size = 1; size <= wire.length; size += 1) {
    const read = eventReader();
    const out: StreamEvent[] = [];
    for (let at = 0; at < wire.length; at += size) out.push(...read(wire.slice(at, at + size)));
    expect(out).toEqual(events);
  }
});

test('letters that are cut between two pieces stay whole', async () => {
  const bytes = new TextEncoder().encode(wire);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const out: StreamEvent[] = [];
  await readEvents(body, (event) => out.push(event));
  expect(out).toEqual(events);
});
