// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { LevelBar } from '@/ui/level-bar';
import { ScoreRing } from '@/ui/score';
import { messages } from './messages';

/// The one picture: a gap report as it looks, of an invented person.
export function HeroPicture() {
  const t = useMessages(messages);
  const rows = [
    { name: t('pictureOne'), held: 5.2, needed: 4.6, gain: null },
    { name: t('pictureTwo'), held: 3.4, needed: 3.8, gain: null },
    { name: t('pictureThree'), held: 2.2, needed: 4.4, gain: t('pictureGain') },
    { name: t('pictureFour'), held: null, needed: 2.6, gain: null },
  ];
  return (
    <div role="img" aria-label={t('pictureLabel')} className="relative">
      <div aria-hidden inert className="rounded-xl border border-line bg-card p-5 shadow-float sm:p-7 lg:rotate-1">
        <div className="flex items-center gap-5">
          <ScoreRing score={68} low={61} high={76} />
          <div>
            <p className="font-display text-xl font-semibold">{t('pictureJob')}</p>
            <p className="text-ink-soft">{t('pictureFirm')}</p>
            <p className="mt-1 text-sm text-ink-soft">{t('pictureScore')}</p>
          </div>
        </div>
        <div className="mt-6 grid gap-3.5">
          {rows.map((row) => (
            <div key={row.name} className="grid grid-cols-[1fr_1.1fr] items-center gap-4">
              <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-sm leading-5 font-medium">
                {row.name}
                {row.gain && (
                  <span className="rounded-full bg-primary-soft px-2 py-0.5 text-xs leading-4 font-semibold whitespace-nowrap text-primary">{row.gain}</span>
                )}
              </span>
              <LevelBar held={row.held} needed={row.needed} />
            </div>
          ))}
        </div>
        <div className="mt-4 flex justify-end gap-4 text-xs text-ink-soft">
          <span className="inline-flex items-center gap-1.5">
            <i className="size-2.5 rounded-full bg-held" /> {t('held')}
          </span>
          <span className="inline-flex items-center gap-1.5">
            <i className="size-2.5 rounded-full border-2 border-needed" /> {t('needed')}
          </span>
        </div>
      </div>
      <figure
        aria-hidden
        className="relative mx-4 -mt-3 rounded-lg border border-line bg-raised px-5 py-4 shadow-float sm:mr-16 lg:-ml-6 lg:-rotate-2"
      >
        <blockquote className="font-display text-lg leading-7">
          {t('pictureBefore')}
          <mark>{t('pictureMark')}</mark>
          {t('pictureAfter')}
        </blockquote>
        <figcaption className="mt-1.5 text-xs text-ink-soft">{t('pictureSource')}</figcaption>
      </figure>
    </div>
  );
}
