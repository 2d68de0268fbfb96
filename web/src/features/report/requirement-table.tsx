// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { memo } from 'react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { messages } from './messages';
import { RequirementMarks, StatusBadge, correctionOf } from './requirement-name';
import type { Requirement } from './score-math';

interface Props {
  requirements: readonly Requirement[];
  corrections: readonly Wire<'Correction'>[];
  onOpen: (id: string) => void;
}

/// The same as the chart, as figures.
export const RequirementTable = memo(function RequirementTable({ requirements, corrections, onOpen }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const level = (l: Wire<'Level'> | null) =>
    l ? (
      <>
        <span className="font-semibold">{f.decimal(l.value)}</span>{' '}
        <span className="whitespace-nowrap text-ink-soft">
          {f.decimal(l.low)}–{f.decimal(l.high)}
        </span>
      </>
    ) : (
      '–'
    );
  return (
    <Table caption={t('requirements')} className="figures">
      <thead>
        <tr>
          <HeadCell>{t('requirement')}</HeadCell>
          <HeadCell>{t('statusHead')}</HeadCell>
          <HeadCell>{t('heldHead')}</HeadCell>
          <HeadCell>{t('neededHead')}</HeadCell>
          <HeadCell className="text-right">{t('pointsHead')}</HeadCell>
          <HeadCell className="text-right">{t('gainHead')}</HeadCell>
        </tr>
      </thead>
      <tbody>
        {requirements.map((r) => (
          <Row key={r.id}>
            <Cell className="min-w-52">
              <button type="button" lang="en" onClick={() => onOpen(r.id)} className="text-left font-medium hover:text-primary hover:underline">
                {r.name}
              </button>
              <span className="ml-2 inline-flex flex-wrap gap-1 align-middle">
                <RequirementMarks requirement={r} correction={correctionOf(r, corrections)} />
              </span>
            </Cell>
            <Cell>
              <StatusBadge status={r.status} />
            </Cell>
            <Cell>{level(r.held)}</Cell>
            <Cell>{level(r.needed)}</Cell>
            <Cell className="text-right">{f.points(r.points)}</Cell>
            <Cell className="text-right">{r.gain >= 0.005 ? f.signed(r.gain) : '–'}</Cell>
          </Row>
        ))}
      </tbody>
    </Table>
  );
});
