// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink } from '@/ui/button';
import { useTitle } from '@/ui/page-header';
import { messages } from './messages';
import { PublicFrame } from './public-frame';

export function NotFoundPage() {
  const t = useMessages(messages);
  useTitle(t('notFound'));
  return (
    <PublicFrame>
      <div className="mx-auto grid max-w-xl justify-items-center gap-4 px-6 py-16 text-center sm:py-24">
        <svg viewBox="0 0 320 150" aria-hidden className="w-full max-w-sm" fill="none">
          <path d="M10 132h70v-34h66v-34h38" className="stroke-held" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round" />
          <path d="M200 64h34v-26h22" className="stroke-line-strong" strokeWidth="5" strokeLinecap="round" strokeDasharray="1 13" />
          <circle cx="10" cy="132" r="8" className="fill-held" />
          <circle cx="286" cy="26" r="13" className="stroke-needed" strokeWidth="6" />
        </svg>
        <p className="font-semibold text-primary">404</p>
        <h1 className="text-3xl">{t('notFoundTitle')}</h1>
        <p className="text-ink-soft">{t('notFoundText')}</p>
        <div className="mt-3 flex flex-wrap justify-center gap-3">
          <Button look="secondary" onClick={() => history.back()}>
            {t('goBack')}
          </Button>
          <ButtonLink href="/">{t('toStart')}</ButtonLink>
        </div>
      </div>
    </PublicFrame>
  );
}
