// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { memo } from 'react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { messages } from './messages';
import { RequirementMarks, StatusBadge, StatusIcon, correctionOf } from './requirement-name';
import type { Requirement } from './score-math';

interface Props {
  requirements: readonly Requirement[];
  corrections: readonly Wire<'Correction'>[];
  onOpen: (id: string) => void;
}

/// The same as the chart, as figures; on a phone those that fit beside the name: both levels and what closing it is worth.
export const RequirementTable = memo(function RequirementTable({ requirements, corrections, onOpen }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const level = (l: Wire<'Level'> | null) =>
    l ? (
      <>
        <span className="font-semibold">{f.decimal(l.value)}</span>{' '}
        {l.high > l.low && (
          <span className="whitespace-nowrap text-ink-soft max-sm:hidden">
            {f.decimal(l.low)}–{f.decimal(l.high)}
          </span>
        )}
      </>
    ) : (
      '–'
    );
  return (
    <Table caption={t('requirements')} className="figures">
      <thead>
        <tr>
          <HeadCell className="max-sm:px-3">{t('requirement')}</HeadCell>
          <HeadCell className="max-sm:hidden">{t('statusHead')}</HeadCell>
          <HeadCell className="max-sm:hidden">{t('heldHead')}</HeadCell>
          <HeadCell className="max-sm:px-1.5 max-sm:text-right">
            <span className="max-sm:hidden">{t('neededHead')}</span>
            <span className="sm:hidden">{t('levelsHead')}</span>
          </HeadCell>
          <HeadCell className="text-right max-sm:hidden">{t('pointsHead')}</HeadCell>
          <HeadCell className="text-right max-sm:pr-3 max-sm:pl-1">{t('gainHead')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {requirements.map((r) => (
          <Row key={r.id}>
            <Cell className="max-sm:w-full max-sm:pr-1 max-sm:pl-3 sm:min-w-52 print:min-w-0!">
              <span className="inline-flex items-start gap-2">
                <span className="mt-0.5 sm:hidden">
                  <StatusIcon status={r.status} />
                </span>
                <button type="button" lang="en" onClick={() => onOpen(r.id)} className="text-left font-medium wrap-break-word hyphens-auto hover:text-primary hover:underline">
                  {r.name}
                </button>
              </span>
              <span className="ml-2 inline-flex flex-wrap empty:hidden max-sm:ml-6 max-sm:[&>*]:whitespace-normal gap-1 align-middle">
                <RequirementMarks requirement={r} correction={correctionOf(r, corrections)} />
              </span>
            </Cell>
            <Cell className="max-sm:hidden">
              <StatusBadge status={r.status} />
            </Cell>
            <Cell className="max-sm:hidden">{level(r.held)}</Cell>
            <Cell className="max-sm:px-1.5 max-sm:text-right max-sm:whitespace-nowrap">
              <span className="sm:hidden">{r.held ? f.decimal(r.held.value) : '–'} → </span>
              {level(r.needed)}
            </Cell>
            <Cell className="text-right max-sm:hidden">{f.points(r.points)}</Cell>
            <Cell className="text-right max-sm:pr-3 max-sm:pl-1">{r.gain >= 0.05 ? f.signed(r.gain) : '–'}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
});
