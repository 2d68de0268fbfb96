// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { makeQueryClient } from '@/api/query-client';
import { useLanguage } from '@/i18n/language';
import { theirLanguageIsThere } from '@/i18n/server-text';
import { Toaster } from '@/ui/toast';

/// Shows the page once it speaks the language of <html>.
function useLanguageOfPage(): void {
  const language = useLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    delete document.documentElement.dataset.pending;
  }, [language]);
  // There before it is wanted: without a connection it could not be fetched.
  useEffect(() => void theirLanguageIsThere(), [language]);
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  useLanguageOfPage();
  return (
    <QueryClientProvider client={client}>
      {children}
      <Toaster />
    </QueryClientProvider>
  );
}
