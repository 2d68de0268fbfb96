// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { messages } from './messages';
import type { Pathway, Technology } from './use-pathways';

/// Technologies as small marks; those that ads of this occupation ask for say so.
export function TechnologyList({ technologies, label }: { technologies: readonly Technology[]; label: string }) {
  const t = useMessages(messages);
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5 text-sm">
      {technologies.map(({ skill, in_demand }) => (
        <li key={skill.id} className="inline-flex max-w-full items-center gap-1.5 rounded-full border border-line bg-raised px-2.5 py-0.5">
          <span lang="en" className="wrap-anywhere">
            {skill.name}
          </span>
          {in_demand && <Badge tone="note">{t('inDemand')}</Badge>}
        </li>
      ))}
    </ul>
  );
}

/// All technologies of an occupation that count: those named, and those that ads ask for.
export function Technologies({ pathway }: { pathway: Pathway }) {
  const t = useMessages(messages);
  const sides = [
    [t('toolsHeld'), pathway.technologies_held],
    [t('toolsLacking'), pathway.technologies_lacking],
  ] as const;
  return (
    <div className="grid gap-5">
      <p className="text-sm text-ink-soft">{t('toolsOf', { count: pathway.technologies_listed })}</p>
      {sides.map(([title, technologies]) => (
        <section key={title}>
          <h3 className="mb-2 text-sm font-semibold text-ink-soft">{title}</h3>
          {technologies.length > 0 ? <TechnologyList technologies={technologies} label={title} /> : <p className="text-sm text-ink-soft">{t('toolsNone')}</p>}
        </section>
      ))}
    </div>
  );
}
