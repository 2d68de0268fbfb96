// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { type KeyboardEvent, useState } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import { type Matrix, useOpenCell } from './use-matrix';

const strongest = 45; // percent of colour at 100 points: text stays readable in both themes

const shade = (score: number) => ({
  backgroundColor: `color-mix(in oklab, var(--held) ${(score * strongest) / 100}%, var(--card))`,
});

/// Jobs down, résumés across. One stop for Tab; arrows, Home and End move between the cells.
export function HeatMap({ matrix: { resumes, jobs, cells } }: { matrix: Matrix }) {
  const t = useMessages(messages);
  const [at, setAt] = useState({ row: 0, column: 0 });
  const byPair = new Map(cells.map((cell) => [`${cell.resume_id} ${cell.job_id}`, cell]));
  const open = useOpenCell();

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const step = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1], Home: [0, -resumes.length], End: [0, resumes.length] }[event.key];
    if (!step) return;
    event.preventDefault();
    const within = (value: number, count: number) => Math.min(count - 1, Math.max(0, value));
    const next = { row: within(at.row + (step[0] ?? 0), jobs.length), column: within(at.column + (step[1] ?? 0), resumes.length) };
    setAt(next);
    event.currentTarget.querySelector<HTMLElement>(`[data-at="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div className="max-h-[70dvh] overflow-auto rounded-lg border border-line bg-card shadow-card">
      {/* Cells that are moved between by arrows are what a grid is; a table with that role keeps its headers. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role */}
      <table role="grid" onKeyDown={onKeyDown} className="w-full border-separate border-spacing-0 text-left text-sm">
        <caption className="sr-only">{t('caption')}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 min-w-36 border-b border-line bg-card px-4 py-3 text-xs font-semibold text-ink-soft sm:min-w-56">
              {t('job')}
            </th>
            {resumes.map(({ resume_id, name, is_default }) => (
              <th key={resume_id} scope="col" className="sticky top-0 z-10 max-w-44 min-w-24 border-b border-line bg-card px-2 py-3 text-center align-bottom text-xs font-semibold">
                <span className="line-clamp-2 wrap-anywhere">{name}</span>
                {is_default && <Badge>{t('defaultResume')}</Badge>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {jobs.map((job, row) => {
            const scores = resumes.map(({ resume_id }) => byPair.get(`${resume_id} ${job.job_id}`)?.score ?? -1);
            const best = Math.max(...scores);
            return (
              <tr key={job.job_id}>
                <th scope="row" className="sticky left-0 z-10 border-b border-line bg-card px-4 py-2 font-medium">
                  <span className="line-clamp-2 leading-5 wrap-anywhere">{job.title}</span>
                  {job.company && <span className="line-clamp-1 text-xs font-normal text-ink-soft">{job.company}</span>}
                </th>
                {resumes.map(({ resume_id }, column) => {
                  const cell = byPair.get(`${resume_id} ${job.job_id}`);
                  const score = cell?.score ?? null;
                  return (
                    <td key={resume_id} className="border-b border-l border-line p-0" {...(score !== null && { style: shade(score) })}>
                      <CellAction
                        score={score}
                        report={cell?.gap_report_id ?? null}
                        best={resumes.length > 1 && score !== null && score === best}
                        place={`${row} ${column}`}
                        tabbable={at.row === row && at.column === column}
                        busy={open.isPending}
                        onFocus={() => setAt({ row, column })}
                        onMake={() => open.mutate({ resume_id, job_id: job.job_id })}
                      />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {open.error && (
        <p role="alert" className="bg-bad-soft px-4 py-3 font-medium text-bad">
          {open.error.message}
        </p>
      )}
    </div>
  );
}

interface CellProps {
  score: number | null;
  report: string | null;
  best: boolean;
  place: string;
  tabbable: boolean;
  busy: boolean;
  onFocus: () => void;
  onMake: () => void;
}

function CellAction({ score, report, best, place, tabbable, busy, onFocus, onMake }: CellProps) {
  const t = useMessages(messages);
  const f = useFormat();
  const shared = {
    'data-at': place,
    tabIndex: tabbable ? 0 : -1,
    onFocus,
    className: cx('flex h-14 w-full items-center justify-center gap-1 text-base figures focus-visible:-outline-offset-2', best ? 'font-bold' : 'font-medium'),
  };
  if (score === null) {
    return (
      <span {...shared} role="note" aria-label={t('unread')}>
        –
      </span>
    );
  }
  const text = `${t(report ? 'cell' : 'cellMake', { score: f.number(score) })}${best ? `. ${t('best')}` : ''}`;
  const shown = (
    <>
      {f.number(score)}
      {best && <span aria-hidden title={t('best')} className="size-1.5 rounded-full bg-current" />}
    </>
  );
  return report ? (
    <Link {...shared} href={`/report?id=${report}`} aria-label={text}>
      {shown}
    </Link>
  ) : (
    <button {...shared} type="button" aria-label={text} disabled={busy} onClick={onMake}>
      {shown}
    </button>
  );
}
