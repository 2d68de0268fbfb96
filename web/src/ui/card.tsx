// SPDX-License-Identifier: GPL-3.0-or-later
import type { HTMLAttributes, ReactNode } from 'react';
import { cx } from './cx';

const tones = {
  plain: 'border-line bg-card',
  bad: 'border-bad/30 bg-bad-soft/60',
  warn: 'border-warn/30 bg-warn-soft/60',
  note: 'border-note/30 bg-note-soft/60',
} as const;

interface Props extends HTMLAttributes<HTMLElement> {
  as?: 'section' | 'article' | 'div' | 'li';
  /// Without padding: its parts go from edge to edge.
  flush?: boolean;
  tone?: keyof typeof tones;
}

export function Card({ as: Element = 'section', flush, tone = 'plain', className, ...rest }: Props) {
  return (
    <Element
      className={cx('rounded-lg border shadow-card', tones[tone], flush ? 'overflow-hidden' : 'p-5', className)}
      {...rest}
    />
  );
}

/// The head of a card: a title and what can be done.
export function CardHeader({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="mb-3 flex min-h-8 items-center justify-between gap-3">
      <h2 className="font-sans text-base font-semibold tracking-normal">{title}</h2>
      {children}
    </div>
  );
}
