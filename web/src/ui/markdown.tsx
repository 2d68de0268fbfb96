// SPDX-License-Identifier: GPL-3.0-or-later
import { Fragment, type ReactNode } from 'react';
import { cx } from './cx';
import { type Block, type Inline, parseMarkdown } from './markdown-parse';

/// How a line of plain text is shown.
type Mark = (line: string) => ReactNode;

function inlines(children: readonly Inline[], mark: Mark): ReactNode {
  return children.map((child, i) => {
    if (typeof child === 'string') {
      return (
        <Fragment key={i}>
          {child.split('\n').map((line, n) => (
            <Fragment key={n}>
              {n > 0 && <br />}
              {mark(line)}
            </Fragment>
          ))}
        </Fragment>
      );
    }
    if (child.kind === 'code') return <code key={i} className="rounded-sm bg-well px-1 py-0.5 font-mono text-[0.9em]">{child.text}</code>;
    if (child.kind === 'link')
      return (
        <a
          key={i}
          href={child.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          className="font-medium text-primary underline decoration-primary/40 underline-offset-3 hover:decoration-primary"
        >
          {inlines(child.children, mark)}
        </a>
      );
    const Element = child.kind;
    return <Element key={i}>{inlines(child.children, mark)}</Element>;
  });
}

const headings = ['h2', 'h3', 'h4', 'h5', 'h6'] as const;

/// Headings of the text one level each below what is above it, whatever the text has.
function blocksOf(blocks: readonly Block[], top: number, mark: Mark): ReactNode {
  let last = top - 1;
  return blocks.map((block, i) => {
    switch (block.kind) {
      case 'heading': {
        last = Math.min(block.level + top - 1, last + 1, 6);
        const Element = headings[last - 2] ?? 'h6';
        return (
          <Element key={i} className={cx('font-sans font-semibold tracking-normal', block.level === 1 ? 'text-lg' : 'text-base')}>
            {inlines(block.children, mark)}
          </Element>
        );
      }
      case 'code':
        return (
          // What scrolls has to take the focus, so that the keyboard can scroll it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          <pre key={i} tabIndex={0} className="overflow-x-auto rounded-md bg-well px-3.5 py-2.5 font-mono text-sm">
            <code>{block.text}</code>
          </pre>
        );
      case 'quote':
        return (
          <blockquote key={i} className="grid grid-cols-1 gap-3 border-l-2 border-needed pl-3.5 text-ink-soft">
            {blocksOf(block.blocks, last + 1, mark)}
          </blockquote>
        );
      case 'list': {
        const items = block.items.map((own, n) => (
          <li key={n} className="pl-1 [&>p]:inline">
            {blocksOf(own, last + 1, mark)}
          </li>
        ));
        return block.start === null ? (
          <ul key={i} className="grid list-disc grid-cols-1 gap-1 pl-5">
            {items}
          </ul>
        ) : (
          <ol key={i} start={block.start} className="grid list-decimal grid-cols-1 gap-1 pl-6">
            {items}
          </ol>
        );
      }
      case 'rule':
        return <hr key={i} className="border-line" />;
      case 'paragraph':
        return <p key={i}>{inlines(block.children, mark)}</p>;
    }
  });
}

interface Props {
  text: string;
  /// Level of its first heading.
  top?: number;
  className?: string;
  /// Shows a line of plain text in another way, such as with its citations.
  mark?: Mark;
}

/// Markdown of a person, a model or the server, as elements; nothing of it can become markup.
export function Markdown({ text, top = 3, className, mark = (line) => line }: Props) {
  return <div className={cx('grid grid-cols-1 gap-3 wrap-anywhere', className)}>{blocksOf(parseMarkdown(text), top, mark)}</div>;
}
