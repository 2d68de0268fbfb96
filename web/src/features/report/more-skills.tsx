// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { messages as details } from './details/messages';
import type { Content } from './use-report';

const first = 24;

/// Held, not asked for.
export function Beyond({ content: { beyond }, printing }: { content: Content; printing: boolean }) {
  const d = useMessages(details);
  const f = useFormat();
  const said = useSaid();
  const [all, setAll] = useState(false);
  const sorted = beyond.toSorted((a, b) => b.level.value - a.level.value);
  const shown = all || printing ? sorted : sorted.slice(0, first);
  if (beyond.length === 0) return null;
  return (
    <Card>
      <CardHeader title={d('beyond')}>
        <span className="text-sm text-ink-soft figures">{f.number(beyond.length)}</span>
      </CardHeader>
      <p className="mb-3 text-sm text-ink-soft">{d('beyondText')}</p>
      <ul className="flex flex-wrap gap-2">
        {shown.map((skill) => (
          <li
            key={skill.id}
            title={skill.level.reasons.map((reason) => said(reason).children).join(' ')}
            className="inline-flex max-w-full items-center gap-2 rounded-full border border-line bg-raised px-3 py-1 text-sm"
          >
            <span lang="en" className="truncate font-medium">{skill.name}</span>
            <span className="text-ink-soft figures">{f.decimal(skill.level.value)}</span>
          </li>
        ))}
      </ul>
      {shown.length < beyond.length && (
        <Button look="quiet" size="sm" className="mt-2 -ml-2" onClick={() => setAll(true)}>
          {d('moreBeyond', { count: beyond.length - first })}
        </Button>
      )}
    </Card>
  );
}

/// Named in the résumé, and why it does not count.
export function Unclaimed({ content: { unclaimed } }: { content: Content }) {
  const d = useMessages(details);
  if (unclaimed.length === 0) return null;
  return (
    <Card>
      <CardHeader title={d('unclaimed')} />
      <ul className="grid gap-3">
        {unclaimed.map(({ skill, stance, evidence }) => (
          <li key={`${skill.id} ${evidence.start}`} className="grid gap-0.5">
            <span className="flex flex-wrap items-center gap-2">
              <span lang="en" className="font-medium">{skill.name}</span>
              <Badge tone="warn">{d(`stance.${stance}`)}</Badge>
            </span>
            <span className="text-sm text-ink-soft">
              {d('quoted', { text: evidence.text })}, {d('page', { page: evidence.page })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/// What made the report, so that it can be made again.
export function Provenance({ content: { provenance: p }, open }: { content: Content; open: boolean }) {
  const d = useMessages(details);
  const f = useFormat();
  const rows = [
    [d('madeBy'), `${p.program} ${p.version}`],
    [d('countsUpTo'), f.month(p.today)],
    [d('resumeHash'), p.resume_text_hash],
    [d('jobHash'), p.job_text_hash],
    ...p.packs.map(({ framework, release, ratings_release: ratings, checksum }) => [
      d('pack', { name: framework }),
      [release, ratings && ratings !== release ? d('ratingsOf', { release: ratings }) : undefined, checksum].filter(Boolean).join(' · '),
    ] as const),
    ...p.models.map(({ name, checksum }) => [d(name === 'titles' ? 'titlesModel' : 'linkModel'), checksum] as const),
    [d('occupationFrom'), d(p.occupation_from === 'title' ? 'fromTitle' : p.occupation_from === 'choice' ? 'fromChoice' : 'fromNothing')],
    [d('parameters'), p.parameters.map(({ name, value }) => `${name} ${value}`).join(', ')],
  ] as const;
  return (
    <Card flush>
      <details className="group" open={open}>
        <summary className="flex list-none items-center gap-2 p-5 sm:px-6 [&::-webkit-details-marker]:hidden">
          <ChevronRight aria-hidden className="size-4 text-ink-soft transition-transform group-open:rotate-90 print:hidden" />
          <h2 className="font-sans text-base font-semibold tracking-normal">{d('provenance')}</h2>
        </summary>
        <div className="px-5 pb-5 text-sm sm:px-6">
          <p className="text-ink-soft">{d('provenanceText')}</p>
          <p className="mt-2">{p.formula}</p>
          <dl className="mt-3 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
            {rows.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="text-ink-soft">{name}</dt>
                <dd className="wrap-anywhere figures max-sm:mb-1.5">{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </details>
    </Card>
  );
}
