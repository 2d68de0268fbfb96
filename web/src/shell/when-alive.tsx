// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactNode, useSyncExternalStore } from 'react';

const never = () => () => undefined;

/// Whether the page's script runs: false in what the build writes, and until React has taken that over.
export function useAlive(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}

interface Props {
  children: ReactNode;
  /// What the build writes into the page's file, and what is shown until its script runs.
  meanwhile: ReactNode;
}

/// Shows its children once the page's script runs. The build knows neither the query string nor the person, so
/// nothing that it could have written for them would be what the browser then shows: answers of the server can be
/// there before React has taken over the page's markup.
export function WhenAlive({ children, meanwhile }: Props) {
  return useAlive() ? children : meanwhile;
}
