// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { messages } from './messages';

/// How an agent is told of this server, once its token is made.
export function AgentSetUp() {
  const t = useMessages(messages);
  const origin = typeof window === 'undefined' ? '' : window.location.origin;
  return (
    <div className="grid grid-cols-1 gap-1 text-sm">
      <p>{t('agentSetUp')}</p>
      <code className="overflow-x-auto rounded-md bg-well px-3 py-2 font-mono text-xs wrap-anywhere">{`${origin}/mcp`}</code>
      <p>{t('agentSetUpProgram')}</p>
      <code className="overflow-x-auto rounded-md bg-well px-3 py-2 font-mono text-xs wrap-anywhere">{`HEADWAY_TOKEN=… headway mcp --server ${origin}`}</code>
    </div>
  );
}
