// SPDX-License-Identifier: GPL-3.0-or-later
import { cx } from './cx';

interface Props {
  /// Oldest first, 0–100.
  values: readonly number[];
  /// What it shows, for those who do not see it.
  label: string;
  className?: string;
}

const width = 96;
const height = 28;
const edge = 4;

/// How a score went, without axes: the last value has a dot.
export function Sparkline({ values, label, className }: Props) {
  const low = Math.min(...values);
  const span = Math.max(8, Math.max(...values) - low); // small changes look small
  const x = (i: number) => (values.length < 2 ? width - edge : edge + (i * (width - 2 * edge)) / (values.length - 1));
  const y = (value: number) => height - edge - ((value - low) / span) * (height - 2 * edge);
  const last = values.at(-1);
  return (
    <svg role="img" aria-label={label} viewBox={`0 0 ${width} ${height}`} className={cx('h-7 w-24 shrink-0', className)}>
      <polyline
        points={values.map((value, i) => `${x(i)},${y(value)}`).join(' ')}
        fill="none"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
        className="stroke-held"
      />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r="3.5" className="fill-held" />}
    </svg>
  );
}
