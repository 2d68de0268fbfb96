// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the text of a document into what is drawn. Offsets of the wire count bytes of UTF-8; strings of the
// browser do not, so all cutting happens on the bytes.
import type { Wire } from '@/api/client';

export type DocumentText = Wire<'DocumentText'>;
export type Mention = Wire<'Mention'>;

export interface Range {
  start: number;
  end: number;
}

export interface Piece extends Range {
  text: string;
  /// Index into the mentions of the document, where these words are one.
  mention: number | null;
  /// Inside one of the ranges that are asked to stand out.
  quoted: boolean;
}

/// A section, or what of it stands on one page.
export interface Block {
  section: Wire<'DocumentSection'>['name'];
  start: number;
  /// Set where a page after the first begins.
  page: number | null;
  heading: readonly Piece[];
  body: readonly Piece[];
}

const newline = 10;

class Cutter {
  private readonly bytes: Uint8Array;
  private readonly decoder = new TextDecoder();

  constructor(
    private readonly document: DocumentText,
    private readonly ranges: readonly Range[],
  ) {
    this.bytes = new TextEncoder().encode(document.text);
  }

  blocks(): Block[] {
    const { sections, pages } = this.document;
    const known = sections.length > 0 ? sections : [{ name: 'other' as const, start: 0, end: this.bytes.length }];
    return known.flatMap((section, i) => {
      const from = i === 0 ? 0 : section.start;
      const to = known[i + 1]?.start ?? this.bytes.length;
      const breaks = pages.filter(({ number, begin }) => number > 1 && begin >= from && begin < to);
      const starts = [...new Set([from, ...breaks.map(({ begin }) => begin)])];
      return starts.map((start, part): Block => {
        const end = starts[part + 1] ?? to;
        const headed = part === 0 && section.name !== 'other' && start === section.start;
        const head = headed ? this.lineEnd(start, end) : start;
        return {
          section: section.name,
          start,
          page: breaks.find(({ begin }) => begin === start)?.number ?? null,
          heading: this.pieces(start, head),
          body: this.pieces(headed ? this.skipNewline(head, end) : start, this.trimEnd(head, end)),
        };
      });
    });
  }

  private lineEnd(start: number, end: number): number {
    const at = this.bytes.indexOf(newline, start);
    return at < 0 || at > end ? end : at;
  }

  private skipNewline(at: number, end: number): number {
    return at < end && this.bytes[at] === newline ? at + 1 : at;
  }

  private trimEnd(start: number, end: number): number {
    let at = end;
    while (at > start && this.bytes[at - 1] === newline) at -= 1;
    return at;
  }

  private pieces(start: number, end: number): Piece[] {
    if (end <= start) return [];
    const { mentions } = this.document;
    const inside = mentions.flatMap((m, index) => (m.end > start && m.start < end ? [{ start: m.start, end: m.end, index }] : []));
    const cuts = new Set([start, end]);
    for (const { start: a, end: b } of inside) cuts.add(Math.max(a, start)).add(Math.min(b, end));
    for (const range of this.ranges) {
      for (const at of [range.start, range.end]) {
        const splitsMention = inside.some((m) => at > m.start && at < m.end);
        if (at > start && at < end && !splitsMention) cuts.add(at);
      }
    }
    const ordered = [...cuts].sort((a, b) => a - b);
    return ordered.slice(0, -1).map((from, i) => {
      const to = ordered[i + 1] ?? end;
      return {
        start: from,
        end: to,
        text: this.decoder.decode(this.bytes.subarray(from, to)),
        mention: inside.find((m) => from >= m.start && from < m.end)?.index ?? null,
        quoted: this.ranges.some((range) => from < range.end && to > range.start),
      };
    });
  }
}

export function cutText(document: DocumentText, ranges: readonly Range[] = []): Block[] {
  return new Cutter(document, ranges).blocks();
}
