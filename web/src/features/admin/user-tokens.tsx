// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

/// What an account took of the server's language model, month by month.
export function UserTokens({ id }: { id: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  const usage = useQuery(get('/api/admin/users/{user_id}/model-usage', { params: { path: { user_id: id } } }));
  if (usage.isError) return <p role="alert" className="text-sm text-bad">{usage.error.message}</p>;
  if (!usage.data) return null;
  return (
    <section className="grid grid-cols-1 gap-1.5 text-sm">
      <h3 className="text-sm font-semibold">{t('tokensHint')}</h3>
      {usage.data.months.length === 0 && <p className="text-ink-soft">{t('noTokens')}</p>}
      <ul className="grid grid-cols-1 gap-1">
        {usage.data.months.map((month) => (
          <li key={month.month}>
            {t('tokensOf', { month: f.month(month.month), read: f.number(month.input_tokens), written: f.number(month.output_tokens) })}
            {month.uncounted > 0 && <span className="text-ink-soft"> ({t('tokensUncounted', { count: month.uncounted })})</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
