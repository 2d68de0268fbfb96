// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Check, ChevronRight, ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { LevelBar } from '@/ui/level-bar';
import { ScoreRing } from '@/ui/score';
import { messages } from './messages';
import { Near } from './near';
import { Parts } from './parts';
import { TechnologyList } from './technologies';
import { type Occupation, type Pathway, type PathwaySkill, pathwayAddress, type Technology } from './use-pathways';

const zones = ['zone.1', 'zone.2', 'zone.3', 'zone.4', 'zone.5'] as const;

/// How much preparation an occupation takes, and its page on O*NET.
export function OccupationFacts({ occupation: { code, job_zone, link } }: { occupation: Occupation }) {
  const t = useMessages(messages);
  const zone = job_zone === null ? undefined : zones[job_zone - 1];
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      <span className="figures">{code}</span>
      {zone && <Badge>{t(zone)}</Badge>}
      {link && (
        <a href={link} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 font-semibold text-primary hover:underline">
          {t('onNet')}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      )}
    </span>
  );
}

interface Props {
  pathway: Pathway;
  resume: string | null;
  /// Whether its details are in sight at once.
  open: boolean;
}

const inBrief = 3;

/// An occupation of the list: how close it is and why; on demand what one brings and what it still asks for.
export function PathwayCard({ pathway, resume, open }: Props) {
  const t = useMessages(messages);
  const { occupation, closeness, parts, held, lacking, technologies_held, technologies_lacking, related } = pathway;
  return (
    <Card as="li" className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="flex items-center gap-4">
        <ScoreRing score={closeness} size="sm" />
        <div className="grid min-w-0 gap-1">
          <h2 lang="en" className="font-sans text-lg font-semibold tracking-normal wrap-anywhere">
            <Link href={pathwayAddress({ code: occupation.code, resume })} className="hover:underline focus-visible:rounded-sm">
              {occupation.name}
            </Link>
          </h2>
          <OccupationFacts occupation={occupation} />
        </div>
      </div>
      <Parts parts={parts} />
      <details open={open} className="group border-t border-line pt-3">
        <summary className="flex list-none items-baseline gap-2 rounded-sm text-sm hover:text-primary [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 shrink-0 translate-y-0.5 transition-transform group-open:rotate-90" />
          <span className="min-w-0">
            <span className="font-semibold">{t('details')}</span>
            {lacking.length > 0 && (
              <span className="text-ink-soft group-open:hidden">
                {' · '}
                {t('lackBrief')} <span lang="en">{lacking.slice(0, inBrief).map(({ skill }) => skill.name).join(', ')}</span>
              </span>
            )}
          </span>
        </summary>
        <div className="mt-4 grid gap-x-8 gap-y-4 md:grid-cols-2">
          <Side title={t('bring')} none={t('bringNone')} skills={held} technologies={technologies_held} />
          <Side title={t('lack')} none={t('lackNone')} skills={lacking} technologies={technologies_lacking} lacking />
        </div>
        <div className="mt-4">
          <Near occupations={related.slice(0, 4)} resume={resume} />
        </div>
      </details>
    </Card>
  );
}

interface SideProps {
  title: string;
  none: string;
  skills: readonly PathwaySkill[];
  technologies: readonly Technology[];
  lacking?: boolean;
}

function Side({ title, none, skills, technologies, lacking }: SideProps) {
  const t = useMessages(messages);
  const f = useFormat();
  return (
    <section className="min-w-0">
      <h3 className="text-sm font-semibold text-ink-soft">{title}</h3>
      <p className="mb-2 text-xs text-ink-soft">{lacking && skills.length > 0 && t('lackBriefly')}</p>
      {skills.length === 0 && technologies.length === 0 && <p className="text-sm text-ink-soft">{none}</p>}
      <ul className="grid gap-1.5 text-sm empty:hidden">
        {skills.slice(0, 5).map(({ skill, needed, held, gain }) => (
          <li key={skill.id} className="grid grid-cols-[minmax(0,1fr)_7rem_auto] items-center gap-x-3">
            <span lang="en" className="font-medium wrap-anywhere">
              {skill.name}
            </span>
            <LevelBar held={held} needed={needed} />
            <span className="w-10 text-right text-ink-soft figures">
              {lacking ? f.signed(gain) : <Check aria-hidden className="ml-auto size-4 text-good" />}
            </span>
          </li>
        ))}
      </ul>
      {technologies.length > 0 && (
        <div className="mt-3">
          <TechnologyList technologies={technologies} label={`${title}: ${t('tools')}`} />
        </div>
      )}
    </section>
  );
}
