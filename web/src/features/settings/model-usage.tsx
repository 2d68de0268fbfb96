// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

/// What language models took of this person: tokens by month, purpose and model.
export function ModelUsage() {
  const t = useMessages(messages);
  const f = useFormat();
  const usage = useQuery(get('/api/settings/model/usage'));
  if (usage.isError) return <Notice bad>{usage.error.message}</Notice>;
  if (!usage.data || usage.data.items.length === 0) return null;
  const uncounted = usage.data.months.reduce((sum, month) => sum + month.uncounted, 0);
  return (
    <div className="grid grid-cols-1 gap-3 border-t border-line pt-4">
      <h3 className="text-base">{t('usage')}</h3>
      {usage.data.months.slice(0, 1).map((month) => (
        <p key={month.month} className="text-sm">
          {t('usageMonth', {
            month: f.month(month.month),
            read: f.number(month.input_tokens),
            written: f.number(month.output_tokens),
          })}
        </p>
      ))}
      <Table caption={t('usage')}>
        <thead>
          <tr>
            <HeadCell>{t('usageWhen')}</HeadCell>
            <HeadCell>{t('usageFor')}</HeadCell>
            <HeadCell>{t('modelName')}</HeadCell>
            <HeadCell>{t('usageAnswers')}</HeadCell>
            <HeadCell>{t('usageRead')}</HeadCell>
            <HeadCell>{t('usageWritten')}</HeadCell>
          </tr>
        </thead>
        <tbody>
          {usage.data.items.map((use) => (
            <Row key={`${use.month} ${use.feature} ${use.source} ${use.model}`}>
              <Cell className="whitespace-nowrap">{f.month(use.month)}</Cell>
              <Cell>{t(`feature.${use.feature}`)}</Cell>
              <Cell className="wrap-anywhere">{t(`usage.${use.source}`, { model: use.model })}</Cell>
              <Cell>{f.number(use.answers)}</Cell>
              <Cell>{f.number(use.input_tokens)}</Cell>
              <Cell>{f.number(use.output_tokens)}</Cell>
            </Row>
          ))}
        </tbody>
      </Table>
      {uncounted > 0 && <p className="text-sm text-ink-soft">{t('usageUncounted', { count: uncounted })}</p>}
    </div>
  );
}
