// SPDX-License-Identifier: GPL-3.0-or-later
// Server-sent events out of a body that arrives in any pieces. EventSource cannot send anything, so chats read theirs here.

export interface StreamEvent {
  name: string;
  data: string;
}

/// Takes pieces of text, gives the events that they complete.
export function eventReader(): (piece: string) => StreamEvent[] {
  let waiting = '';
  return (piece) => {
    waiting += piece;
    const out: StreamEvent[] = [];
    for (let end = waiting.indexOf('\n\n'); end !== -1; end = waiting.indexOf('\n\n')) {
      const lines = waiting.slice(0, end).split('\n');
      waiting = waiting.slice(end + 2);
      const named = lines.find((line) => line.startsWith('event: '));
      const data = lines.filter((line) => line.startsWith('data: ')).map((line) => line.slice('data: '.length));
      if (data.length > 0) out.push({ name: named?.slice('event: '.length) ?? 'message', data: data.join('\n') });
    }
    return out;
  };
}

/// Reads a body to its end.
export async function readEvents(body: ReadableStream<Uint8Array>, onEvent: (event: StreamEvent) => void): Promise<void> {
  const events = eventReader();
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { done, value } = await reader.read();
    for (const event of events(decoder.decode(value, { stream: !done }))) onEvent(event);
    if (done) return;
  }
}
