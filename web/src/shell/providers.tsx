// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useEffect, useLayoutEffect, useState } from 'react';
import { makeQueryClient } from '@/api/query-client';
import { currentLanguage, type Language, useLanguage } from '@/i18n/language';
import { theirLanguageIsThere } from '@/i18n/server-text';
import { showWhenSpoken } from '@/i18n/shown';
import { Toaster } from '@/ui/toast';

/// Nobody reads it: when it changes React takes over at once what it had left for later.
const LanguageOfPage = createContext<Language>('en');

/// Shows the page once it speaks the language of <html>.
function useLanguageOfPage(): Language {
  const language = useLanguage();
  useLayoutEffect(() => {
    document.documentElement.lang = language;
    if (language === currentLanguage()) showWhenSpoken();
  }, [language]);
  // There before it is wanted: without a connection it could not be fetched.
  useEffect(() => void theirLanguageIsThere(), [language]);
  return language;
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  return (
    <LanguageOfPage value={useLanguageOfPage()}>
      <QueryClientProvider client={client}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </LanguageOfPage>
  );
}
