// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { buttonLook } from '@/ui/button';
import { useTitle } from '@/ui/page-header';
import { messages } from './messages';

interface Props {
  title: string;
  lead: string;
  /// Where single sign-on comes back to.
  next: string;
  children: ReactNode;
  footer: ReactNode;
}

/// The card of everything that happens before somebody is signed in.
export function PlainCard({ title, lead, children, footer }: Omit<Props, 'next'>) {
  useTitle(title);
  return (
    <div className="mx-auto w-full max-w-md px-4 py-8 sm:py-14">
      <div className="rounded-xl border border-line bg-card p-6 shadow-card sm:p-9">
        <h1 className="text-2xl">{title}</h1>
        <p className="mt-1.5 mb-7 text-ink-soft">{lead}</p>
        {children}
      </div>
      <p className="mt-6 text-center text-ink-soft">{footer}</p>
    </div>
  );
}

/// The card that signing in and registering share, with single sign-on where it is configured.
export function AccountCard({ next, children, ...rest }: Props) {
  const t = useMessages(messages);
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  return (
    <PlainCard {...rest}>
      {about.data?.sign_in.includes('oidc') && (
          <>
            <a
              href={`/api/auth/oidc/start?next=${encodeURIComponent(next)}`}
              className={buttonLook({ look: 'secondary', className: 'w-full' })}
            >
              {t('oidc', { name: about.data.issuer_name ?? '' })}
            </a>
            <p className="my-4 text-center text-sm text-ink-faint">{t('or')}</p>
          </>
        )}
      {children}
    </PlainCard>
  );
}
