// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';
import type { Pathway } from './use-pathways';

/// Work in the résumé that counts for an occupation: as what, and how much of it carries over.
export function Work({ work }: { work: Pathway['work'] }) {
  const t = useMessages(messages);
  const f = useFormat();
  if (work.length === 0) return null;
  const month = (text: string) =>
    new Intl.DateTimeFormat(f.language, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${text}-01T00:00:00Z`));
  return (
    <section aria-labelledby="work">
      <h2 id="work" className="mb-2 font-sans text-base font-semibold tracking-normal">
        {t('work')}
      </h2>
      <ul className="grid gap-2 text-sm">
        {work.map(({ title, start, from, until, present, occupation, carried, points }) => (
          <li key={start} className="flex flex-wrap items-baseline gap-x-3">
            <span lang="en" className="font-medium wrap-anywhere">
              {title}
            </span>
            {from && <span className="text-ink-soft figures">{t('months', { from: month(from), until: present || !until ? t('now') : month(until) })}</span>}
            <span className="text-ink-soft">{t('workAs', { occupation: occupation.name, share: f.percent(carried) })}</span>
            <span className="ml-auto font-semibold figures">{t('gain', { count: Math.round(points * 10) / 10, points: f.signed(points) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
