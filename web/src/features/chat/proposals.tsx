// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { ProposalCard } from '@/proposals/proposal-card';
import { messages } from './messages';
import type { ChatMessage } from './use-chat';

/// What the model proposes to do. Nothing happens before it is confirmed.
export function Proposals({ message }: { message: ChatMessage }) {
  const t = useMessages(messages);
  if (message.proposals.length === 0) return null;
  return (
    <ul aria-label={t('proposals')} className="grid grid-cols-1 gap-2">
      {message.proposals.map((proposal) => (
        <ProposalCard key={proposal.id} proposal={proposal} />
      ))}
    </ul>
  );
}
