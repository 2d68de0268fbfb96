// SPDX-License-Identifier: GPL-3.0-or-later
// The part of Markdown that notes and chats use, as a tree. There is no HTML in it: what looks like HTML is text.

export type Inline =
  | string
  | { kind: 'strong' | 'em' | 'del'; children: readonly Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: readonly Inline[] };

export type Block =
  | { kind: 'paragraph'; children: readonly Inline[] }
  | { kind: 'heading'; level: number; children: readonly Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: readonly Block[] }
  | { kind: 'list'; start: number | null; items: readonly (readonly Block[])[] }
  | { kind: 'rule' };

/// Only addresses that a browser opens as pages or mail; anything else is no link.
export function safeLink(address: string): string | null {
  return /^(https?:\/\/|mailto:)[^\s]+$/i.test(address) ? address : null;
}

const inline =
  /\\([\\`*_{}[\]()#+.!>~|-])|(`+)(.+?)\2(?!`)|\*\*(\S(?:.*?\S)?)\*\*|__(\S(?:.*?\S)?)__|~~(\S(?:.*?\S)?)~~|\*(\S(?:[^*]*?\S)?)\*|(?<![\w])_(\S(?:[^_]*?\S)?)_(?![\w])|\[([^\]\n]{1,300})\]\((?:<([^>\n]{0,2000})>|([^\s)]{1,2000}))\)|(https?:\/\/[^\s<>"”)\]]*[^\s<>"”)\].,;:!?])/s;

export function parseInline(text: string): Inline[] {
  const out: Inline[] = [];
  let rest = text;
  for (;;) {
    const found = inline.exec(rest);
    if (!found) break;
    const [whole, escaped, , code, bold, bold2, struck, slanted, slanted2, label, angled, address, bare] = found;
    if (found.index > 0) out.push(rest.slice(0, found.index));
    rest = rest.slice(found.index + whole.length);
    const strong = bold ?? bold2;
    const em = slanted ?? slanted2;
    if (escaped !== undefined) out.push(escaped);
    else if (code !== undefined) out.push({ kind: 'code', text: code.trim() });
    else if (strong !== undefined) out.push({ kind: 'strong', children: parseInline(strong) });
    else if (struck !== undefined) out.push({ kind: 'del', children: parseInline(struck) });
    else if (em !== undefined) out.push({ kind: 'em', children: parseInline(em) });
    else {
      const href = safeLink(bare ?? angled ?? address ?? '');
      out.push(href === null ? whole : { kind: 'link', href, children: bare === undefined ? parseInline(label ?? '') : [bare] });
    }
  }
  if (rest !== '') out.push(rest);
  return out;
}

const item = /^(\s{0,3})([-*+]|(\d{1,9})[.)])(\s+|$)(.*)$/;
const rule = /^\s{0,3}([-*_])(\s*\1){2,}\s*$/;

/// The lines of a list from `at` on: each item with what is indented below it.
function parseList(lines: readonly string[], at: number, depth: number): { block: Block; next: number } {
  const first = item.exec(lines[at] ?? '');
  const ordered = first?.[3] !== undefined;
  const items: string[][] = [];
  let i = at;
  for (; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const found = item.exec(line);
    if (found && !rule.test(line) && (found[3] !== undefined) === ordered) items.push([found[5] ?? '']);
    else if (/^\s{2,}\S/.test(line)) items.at(-1)?.push(line.replace(/^ {1,4}|^\t/, ''));
    else if (line.trim() === '' && /^(\s{2,}\S)/.test(lines[i + 1] ?? '')) items.at(-1)?.push('');
    else if (line.trim() === '' && item.test(lines[i + 1] ?? '')) continue;
    else break;
  }
  const start = ordered ? Number(first?.[3]) : null;
  return { block: { kind: 'list', start, items: items.map((own) => parseMarkdown(own.join('\n'), depth + 1)) }, next: i };
}

/// Lists and quotes nest so deep; what lies deeper is text.
const deepest = 8;

export function parseMarkdown(text: string, depth = 0): Block[] {
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  const out: Block[] = [];
  let paragraph: string[] = [];
  const flush = () => {
    if (paragraph.length > 0) out.push({ kind: 'paragraph', children: parseInline(paragraph.join('\n')) });
    paragraph = [];
  };
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i] ?? '';
    const heading = /^\s{0,3}(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    const fence = /^\s{0,3}(```+|~~~+)/.exec(line);
    if (line.trim() === '') flush();
    else if (fence) {
      flush();
      const own: string[] = [];
      for (i += 1; i < lines.length && !(lines[i] ?? '').trim().startsWith(fence[1] ?? '```'); i += 1) own.push(lines[i] ?? '');
      out.push({ kind: 'code', text: own.join('\n') });
    } else if (heading) {
      flush();
      out.push({ kind: 'heading', level: heading[1]?.length ?? 1, children: parseInline(heading[2] ?? '') });
    } else if (rule.test(line)) {
      flush();
      out.push({ kind: 'rule' });
    } else if (line.startsWith('>') && depth < deepest) {
      flush();
      const own: string[] = [];
      for (; i < lines.length && (lines[i] ?? '').startsWith('>'); i += 1) own.push((lines[i] ?? '').replace(/^> ?/, ''));
      i -= 1;
      out.push({ kind: 'quote', blocks: parseMarkdown(own.join('\n'), depth + 1) });
    } else if (item.test(line) && depth < deepest && (paragraph.length === 0 || !/^\s*\d/.test(line))) {
      flush();
      const { block, next } = parseList(lines, i, depth);
      out.push(block);
      i = next - 1;
    } else paragraph.push(line.trim());
  }
  flush();
  return out;
}
