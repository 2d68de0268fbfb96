// SPDX-License-Identifier: GPL-3.0-or-later
import type { HTMLAttributes, TableHTMLAttributes, TdHTMLAttributes, ThHTMLAttributes } from 'react';
import { cx } from './cx';

interface Props extends TableHTMLAttributes<HTMLTableElement> {
  /// What the table shows; read out, not seen.
  caption: string;
}

/// Scrolls sideways by itself where it is too wide; its frame can be reached by the keyboard for that.
export function Table({ caption, className, children, ...rest }: Props) {
  return (
    // A frame that scrolls has to take the focus, so that the keyboard can scroll it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div role="region" aria-label={caption} tabIndex={0} className="overflow-x-auto rounded-lg border border-line bg-card shadow-card print:overflow-visible print:shadow-none">
      <table className={cx('w-full border-collapse text-left text-sm', className)} {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </div>
  );
}

export function HeadCell({ className, ...rest }: ThHTMLAttributes<HTMLTableCellElement>) {
  return (
    <th
      scope="col"
      className={cx('border-b border-line bg-well/60 px-4 py-2.5 text-xs font-semibold whitespace-nowrap text-ink-soft print:px-2!', className)}
      {...rest}
    />
  );
}

export function Row({ className, ...rest }: HTMLAttributes<HTMLTableRowElement>) {
  return <tr className={cx('border-b border-line last:border-0 hover:bg-well/40', className)} {...rest} />;
}

export function Cell({ className, ...rest }: TdHTMLAttributes<HTMLTableCellElement>) {
  return <td className={cx('px-4 py-3 align-middle print:px-2! print:py-1.5!', className)} {...rest} />;
}
