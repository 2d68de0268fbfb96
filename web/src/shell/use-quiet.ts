// SPDX-License-Identifier: GPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

const rest = 300; // ms

/// Whether all that the page asked for has been answered, and nothing came after it for a moment. Other pages are fetched
/// ahead only then: a dozen of them would come before the answers that this one waits for.
export function useQuiet(): boolean {
  const client = useQueryClient();
  const [quiet, setQuiet] = useState(false);
  useEffect(() => {
    if (quiet) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      if (client.isFetching() === 0) timer = setTimeout(() => setQuiet(true), rest);
    };
    look();
    const stop = client.getQueryCache().subscribe(look);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, quiet]);
  return quiet;
}
