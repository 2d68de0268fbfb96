// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useLayoutEffect, useState } from 'react';
import { makeQueryClient } from '@/api/query-client';
import { useLanguage } from '@/i18n/language';
import { Toaster } from '@/ui/toast';

/// Shows the page once it speaks the language of <html>.
function useLanguageOfPage(): void {
  const language = useLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    delete document.documentElement.dataset.pending;
  }, [language]);
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
