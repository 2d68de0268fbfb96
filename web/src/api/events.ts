// SPDX-License-Identifier: GPL-3.0-or-later
import { type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { readAgain } from './changes';
import { takeStream } from './early';
import { reads } from './invalidate';
import { leaveForSignIn } from './leave';
import { isShownBy } from './optimistic';

/// Whether a change of what this query shows is on its way: it is read again when that has arrived, and before would
/// show for a moment that nothing was changed.
function isChanging(client: QueryClient, query: Query): boolean {
  return client.isMutating({ predicate: ({ options }) => isShownBy(options.mutationKey, query) }) > 0;
}

/// Keeps what is shown in step with the server, in all open windows.
export function useLiveChanges(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const early = takeStream();
    const source = early?.source ?? new EventSource('/api/events');
    // Where questions wait for the stream, its first opening comes before all answers.
    let first = early?.ahead === null;
    const listen = {
      ...Object.fromEntries(
        Object.entries(readAgain).map(([type, paths]) => {
          const told = reads(paths);
          return [type, () => void client.invalidateQueries({ predicate: (query) => told(query) && !isChanging(client, query) })];
        }),
      ),
      // Of what changed between an answer and the beginning of the stream nobody tells. What is still on its way may have
      // been read before such a change too: it is shown when it comes, and read once more.
      open: () => {
        const inTime = first && early?.ahead === true;
        first = false;
        if (inTime) return;
        const told = reads(Object.values(readAgain).flat());
        const known = (query: Query) => query.state.data !== undefined;
        const coming = client.getQueryCache().findAll({ fetchStatus: 'fetching', predicate: (query) => told(query) && !known(query) });
        for (const query of coming) {
          const again = () => client.invalidateQueries({ queryKey: query.queryKey, exact: true });
          query.fetch().then(again, () => undefined);
        }
        void client.invalidateQueries({ predicate: (query) => told(query) && known(query) && !isChanging(client, query) });
      },
      resync: () => void client.invalidateQueries(),
      signed_out: () => {
        source.close();
        leaveForSignIn();
      },
      // The server ends the stream with its session, and refuses the next: whether it is so, the session itself says.
      error: () => {
        if (source.readyState === EventSource.CLOSED) void client.invalidateQueries({ queryKey: ['/api/auth/session'] });
      },
    };
    for (const [type, hear] of Object.entries(listen)) source.addEventListener(type, hear);
    if (early) {
      if (early.ahead === false && source.readyState === EventSource.OPEN) listen.open();
      for (const [type, hear] of Object.entries(listen)) if (early.heard.includes(type)) hear();
    }
    return () => source.close();
  }, [client]);
}
