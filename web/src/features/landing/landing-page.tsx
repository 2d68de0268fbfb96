// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { CalendarCheck, Calculator, Quote, ShieldCheck } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { get } from '@/api/client';
import { wasSignedIn } from '@/api/session-hint';
import { useMessages } from '@/i18n/messages';
import { home } from '@/shell/pages';
import { PublicFrame } from '@/shell/public-frame';
import { ButtonLink } from '@/ui/button';
import { useTitle } from '@/ui/page-header';
import { HeroPicture } from './hero-picture';
import { messages } from './messages';
import { TrySection } from './try-section';

const never = () => () => undefined;

/// Whether this browser was signed in last; not known while the page is built.
function useWasSignedIn(): boolean {
  return useSyncExternalStore(never, wasSignedIn, () => false);
}

function Points() {
  const t = useMessages(messages);
  const points = [
    { icon: Quote, title: t('pointOneTitle'), text: t('pointOne') },
    { icon: Calculator, title: t('pointTwoTitle'), text: t('pointTwo') },
    { icon: CalendarCheck, title: t('pointThreeTitle'), text: t('pointThree') },
    { icon: ShieldCheck, title: t('pointFourTitle'), text: t('pointFour') },
  ];
  return (
    <ul className="mx-auto grid max-w-6xl gap-x-8 gap-y-9 px-4 pb-20 sm:grid-cols-2 sm:px-8 lg:grid-cols-4">
      {points.map(({ icon: Icon, title, text }) => (
        <li key={title}>
          <Icon aria-hidden className="size-6 text-primary" strokeWidth={1.75} />
          <h2 className="mt-3 text-lg">{title}</h2>
          <p className="mt-1 text-ink-soft">{text}</p>
        </li>
      ))}
    </ul>
  );
}

export function LandingPage() {
  const t = useMessages(messages);
  useTitle(t('title'));
  const known = useWasSignedIn();
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  return (
    <PublicFrame
      actions={
        <ButtonLink look="secondary" size="sm" className="ml-2" href={known ? home : '/sign-in'}>
          {known ? t('open') : t('signIn')}
        </ButtonLink>
      }
    >
      <section className="mx-auto grid max-w-6xl items-center gap-x-14 gap-y-12 px-4 pt-8 pb-20 sm:px-8 sm:pt-14 lg:grid-cols-[1.1fr_1fr]">
        <div>
          <h1 className="text-4xl">{t('headline')}</h1>
          <p className="mt-6 max-w-xl text-lg text-ink-soft">{t('sentence')}</p>
          <div className="mt-8 flex flex-wrap gap-3">
            <ButtonLink size="lg" href={known ? home : '/register'}>
              {known ? t('open') : t('start')}
            </ButtonLink>
            <ButtonLink size="lg" look="secondary" href="#try">
              {t('tryIt')}
            </ButtonLink>
          </div>
        </div>
        <HeroPicture />
      </section>
      <Points />
      <TrySection />
      <footer className="mx-auto max-w-6xl px-4 py-10 text-sm text-ink-soft sm:px-8">
        <p>{about.data && t('footer', { version: about.data.version })}</p>
        {about.data?.attributions.map((a) => (
          <p key={a.name} lang="en" className="mt-2 max-w-3xl text-xs">
            {a.text}
          </p>
        ))}
      </footer>
    </PublicFrame>
  );
}
