// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { memo, useDeferredValue } from 'react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { Dumbbell, LevelAxis } from './dumbbell';
import { messages } from './messages';
import { RequirementMarks, StatusIcon, correctionOf } from './requirement-name';
import type { Requirement, Status, Supposed, Supposition } from './score-math';

/// More than a window shows at first; those after them come in a second drawing.
const drawnFirst = 12;
/// Those after these are laid out when they come into sight.
const laidOutAtOnce = 25;
const columns = 'grid grid-cols-[minmax(0,1fr)_auto] gap-x-6 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_4.5rem]';

interface Props {
  requirements: readonly Requirement[];
  corrections: readonly Wire<'Correction'>[];
  onOpen: (id: string) => void;
  /// In "what if": the supposed levels, what they do, and how to change one. All three or none.
  levels?: Supposed | undefined;
  supposition?: Supposition | undefined;
  onLevel?: ((id: string, level: number) => void) | undefined;
}

function Legend() {
  const t = useMessages(messages);
  return (
    <div aria-hidden className="flex flex-wrap gap-x-5 gap-y-1 text-xs text-ink-soft">
      <span className="inline-flex items-center gap-1.5">
        <i className="size-3 rounded-full bg-held" /> {t('held')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <i className="size-3 rounded-full border-[2.5px] border-needed" /> {t('needed')}
      </span>
      <span className="inline-flex items-center gap-1.5">
        <i className="h-2.5 w-4 border-x-[1.5px] border-ink-soft bg-[linear-gradient(currentColor,currentColor)] bg-size-[100%_1.5px] bg-center bg-no-repeat" /> {t('whisker')}
      </span>
    </div>
  );
}

/// A row per requirement: held → needed, and what closing it is worth. A row opens its evidence.
export const RequirementChart = memo(function RequirementChart({ requirements, corrections, onOpen, levels, supposition, onLevel }: Props) {
  const t = useMessages(messages);
  const all = useDeferredValue(true, false);
  return (
    <div>
      <div className={`${columns} items-end px-4 pt-1 pb-2 sm:px-6`}>
        <Legend />
        <div className="max-md:hidden">
          <LevelAxis />
        </div>
        <span aria-hidden className="text-right text-xs font-semibold text-ink-soft max-md:hidden">
          {t('gainHead')}
        </span>
      </div>
      <ul aria-label={t('requirements')} className="border-t border-line">
        {(all ? requirements : requirements.slice(0, drawnFirst)).map((r, i) => {
          const now = supposition?.byId.get(r.id);
          return (
            <Line
              key={r.id}
              requirement={r}
              lazy={i >= laidOutAtOnce}
              correction={correctionOf(r, corrections)}
              onOpen={onOpen}
              status={now?.status ?? r.status}
              gain={now?.gain ?? r.gain}
              plus={now ? now.points - r.points : 0}
              supposed={supposition && levels?.[r.id]}
              onLevel={supposition && onLevel}
            />
          );
        })}
      </ul>
    </div>
  );
});

interface LineProps {
  requirement: Requirement;
  /// Not drawn before it comes into sight.
  lazy: boolean;
  correction: Wire<'Correction'> | undefined;
  onOpen: (id: string) => void;
  status: Status;
  gain: number;
  /// More points than without what is supposed.
  plus: number;
  supposed: number | undefined;
  /// Only in "what if".
  onLevel: ((id: string, level: number) => void) | undefined;
}

/// Drawn again only when something of its own has changed: a slider moves one of sixty.
const Line = memo(function Line({ requirement: r, lazy, correction, onOpen, status, gain, plus, supposed, onLevel }: LineProps) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <li className={cx('relative border-b border-line last:border-0 hover:bg-well/40', lazy && '[contain-intrinsic-size:auto_3.2rem] [content-visibility:auto]')}>
      <div className={`${columns} items-center gap-y-1 px-4 py-2.5 sm:px-6`}>
        <span className="flex min-w-0 items-center gap-x-2 gap-y-1 max-lg:flex-wrap">
          <StatusIcon status={status} />
          <button
            type="button"
            lang="en"
            onClick={() => onOpen(r.id)}
            className="min-w-0 text-left leading-5 font-medium wrap-anywhere after:absolute after:inset-0 hover:text-primary max-lg:max-w-[calc(100%-1.5rem)]"
          >
            {r.name}
          </button>
          <span className="flex shrink-0 flex-wrap gap-1 max-lg:basis-full max-lg:pl-6 max-lg:empty:hidden lg:flex-nowrap">
            <RequirementMarks requirement={r} correction={correction} />
          </span>
        </span>
        <span className="relative max-md:col-span-2 max-md:row-start-2 max-md:px-1.5">
          <Dumbbell held={r.held} needed={r.needed} carriedOver={r.support === 'transfer'} supposed={supposed} />
          {onLevel && (
            <input
              type="range"
              min={0}
              max={7}
              step={0.25}
              value={supposed ?? Math.round((r.held?.value ?? 0) * 4) / 4}
              onChange={(event) => onLevel(r.id, Number(event.target.value))}
              aria-label={t('whatIfSlider', { name: r.name })}
              aria-valuetext={t('whatIfValue', { level: f.decimal(supposed ?? r.held?.value ?? 0), needed: f.decimal(r.needed.value) })}
              className="slider absolute inset-x-[-0.5rem] inset-y-0 z-10 h-full w-[calc(100%+1rem)]"
            />
          )}
        </span>
        <span className="text-right text-sm leading-5 font-semibold whitespace-nowrap figures">
          {onLevel && Math.abs(plus) >= 0.05 ? (
            <span className={plus > 0 ? 'text-good' : 'text-bad'}>{f.signed(plus)}</span>
          ) : gain >= 0.05 ? (
            <span className="text-ink-soft">{t('worth', { points: f.decimal(gain) })}</span>
          ) : (
            <span className="sr-only">{t('closed')}</span>
          )}
        </span>
      </div>
    </li>
  );
});
