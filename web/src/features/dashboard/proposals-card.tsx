// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { get } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { messages } from './messages';

const most = 3;

/// What waits for the person's word; nothing when nothing does.
export function ProposalsCard() {
  const t = useMessages(messages);
  const { data } = useQuery(get('/api/proposals', { params: { query: { state: 'open', limit: most } } }));
  if (!data || data.items.length === 0) return null;
  return (
    <Card>
      <CardHeader title={t('proposals')}>
        <ButtonLink look="quiet" size="sm" href="/proposals" className="-mr-3">
          {t('lookAtProposals')}
        </ButtonLink>
      </CardHeader>
      <ul className="grid gap-1">
        {data.items.map((proposal) => (
          <li key={proposal.id} className="wrap-anywhere">
            {proposal.title || proposal.job_title}
          </li>
        ))}
      </ul>
    </Card>
  );
}
