// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChevronRight } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Card } from '@/ui/card';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { messages as details } from './details/messages';
import { messages } from './messages';
import type { Content } from './use-report';

const colours = { matched: 'bg-held', weak: 'bg-needed', missing: 'bg-bad' } as const;

/// The hundred points, each requirement as wide as it weighs and as full as it is covered.
function Bar({ content }: { content: Content }) {
  return (
    <div aria-hidden className="flex h-12 w-full gap-px overflow-hidden rounded-md">
      {content.requirements.toReversed().map((r) => (
        <div key={r.id} className="relative h-full bg-well" style={{ flexGrow: r.weight, flexBasis: 0 }} title={r.name}>
          <div className={`absolute inset-x-0 bottom-0 ${colours[r.status]}`} style={{ height: `${r.coverage * 100}%` }} />
        </div>
      ))}
    </div>
  );
}

/// How the score comes about, term by term, so that anybody can check it.
export function Arithmetic({ content, open }: { content: Content; open?: boolean }) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const f = useFormat();
  const { score, interval, weight_sum } = content;
  return (
    <Card flush>
      <details className="group" open={open}>
        <summary className="flex list-none flex-wrap items-center gap-x-2 gap-y-1 p-5 sm:px-6 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 text-ink-soft transition-transform group-open:rotate-90 print:hidden" />
          <h2 className="grow font-sans text-base font-semibold tracking-normal">{d('arithmetic')}</h2>
          <span className="text-sm text-ink-soft figures max-sm:pl-6">{d('formulaShort', { score: f.points(score) })}</span>
        </summary>
        <div className="grid gap-5 px-5 pb-6 sm:px-6">
          <p className="max-w-prose text-ink-soft">{d('arithmeticText')}</p>
          <Bar content={content} />
          <Table caption={d('arithmetic')} className="figures">
            <thead>
              <tr>
                <HeadCell className="max-sm:px-3">{t('requirement')}</HeadCell>
                <HeadCell className="text-right max-sm:px-1.5">{d('weight')}</HeadCell>
                <HeadCell className="text-right max-sm:px-1.5">{d('coverage')}</HeadCell>
                <HeadCell className="text-right max-sm:hidden">{d('product')}</HeadCell>
                <HeadCell className="text-right max-sm:px-3">{t('pointsHead')}</HeadCell>
              </tr>
            </thead>
            <tbody>
              {content.requirements.map((r) => (
                <Row key={r.id}>
                  <Cell lang="en" className="py-2 wrap-break-word hyphens-auto max-sm:px-3 sm:min-w-44">{r.name}</Cell>
                  <Cell className="py-2 text-right max-sm:px-1.5">{f.points(r.weight)}</Cell>
                  <Cell className="py-2 text-right max-sm:px-1.5">{f.points(r.coverage)}</Cell>
                  <Cell className="py-2 text-right max-sm:hidden">{f.points(r.weight * r.coverage)}</Cell>
                  <Cell className="py-2 text-right font-semibold max-sm:px-3">{f.points(r.points)}</Cell>
                </Row>
              ))}
            </tbody>
            <tfoot>
              <tr className="border-t-2 border-line-strong font-semibold">
                <th scope="row" className="px-4 py-2.5 max-sm:px-3">
                  Σ
                </th>
                <Cell className="py-2.5 text-right max-sm:px-1.5">{f.points(weight_sum)}</Cell>
                <Cell />
                <Cell className="py-2.5 text-right max-sm:hidden">{f.points((score * weight_sum) / 100)}</Cell>
                <Cell className="py-2.5 text-right max-sm:px-3">{f.points(score)}</Cell>
              </tr>
            </tfoot>
          </Table>
          <p className="max-w-prose text-sm text-ink-soft">
            {d('intervalText', { low: f.points(interval.low), high: f.points(interval.high), confidence: f.percent(interval.confidence) })}
          </p>
        </div>
      </details>
    </Card>
  );
}
