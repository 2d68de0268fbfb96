// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ExternalLink, MoveRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Dialog } from '@/ui/dialog';
import { CorrectJob, CorrectResume } from './correct';
import { Dumbbell, LevelAxis } from './dumbbell';
import { EvidenceColumn } from './evidence-column';
import { messages as details } from './details/messages';
import { messages } from './messages';
import { RequirementMarks, StatusBadge, correctionOf } from './requirement-name';
import type { Requirement } from './score-math';
import { type Report, useTexts } from './use-report';

interface Props {
  report: Report;
  requirement: Requirement;
  onClose: () => void;
}

/// All that speaks for one requirement and against it: both documents side by side, the levels and where they
/// come from, and what the person knows better.
export function EvidenceDrawer({ report, requirement: r, onClose }: Props) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const f = useFormat();
  const texts = useTexts(report, true);
  const correction = correctionOf(r, report.corrections);
  const said = correction !== undefined && r.support === 'named' && r.resume_evidence.length === 0;
  return (
    <Dialog open title={r.name} shape="wideDrawer" onClose={onClose}>
      <div className="flex flex-wrap items-center gap-2">
        <StatusBadge status={r.status} />
        {r.need === 'must' && <Badge>{d('must')}</Badge>}
        <RequirementMarks requirement={r} correction={correction} />
      </div>
      <p className="mt-3 text-ink-soft">
        {said ? d('support.said') : d(`support.${r.support}`, { by: r.met_by?.name ?? '', certainty: f.percent(r.certainty) })}
      </p>

      <div className="mt-5 px-2">
        <LevelAxis />
        <Dumbbell held={r.held} needed={r.needed} carriedOver={r.support === 'transfer'} tall />
      </div>
      <div className="mt-2 grid gap-5 sm:grid-cols-2">
        <Reasons title={t('heldHead')} value={r.held && `${f.decimal(r.held.value)} · ${t(`level.${r.held.label}`)}`} reasons={r.held?.reasons ?? []}>
          {r.within_noise && <li>{d('withinNoise')}</li>}
        </Reasons>
        <Reasons title={t('neededHead')} value={`${f.decimal(r.needed.value)} · ${t(`level.${r.needed.label}`)}`} reasons={r.needed.reasons}>
          {r.importance !== null && <li>{d('importance', { importance: f.decimal(r.importance) })}</li>}
        </Reasons>
      </div>
      <p className="mt-4 rounded-md bg-well px-4 py-3 text-sm figures">
        {d('term', {
          weight: f.points(r.weight),
          coverage: f.percent(r.coverage),
          points: f.points(r.points),
          whole: f.points(r.points + r.gain),
        })}
      </p>

      <h3 className="sr-only">{d('evidence')}</h3>
      <div className="mt-6 grid gap-6 sm:grid-cols-2">
        <EvidenceColumn title={d('inJob')} source={report.job_title} evidence={r.job_evidence} bytes={texts.job} loading={texts.loading} />
        <EvidenceColumn
          title={d('inResume')}
          source={report.resume_name}
          evidence={r.resume_evidence}
          bytes={texts.resume}
          loading={texts.loading}
          none={d('notShown')}
        />
      </div>

      <CorrectResume report={report} requirement={r} correction={correction} />
      <CorrectJob report={report} requirement={r} />
      <Links requirement={r} />
    </Dialog>
  );
}

function Reasons({ title, value, reasons, children }: { title: string; value: string | null; reasons: readonly string[]; children: ReactNode }) {
  const say = useSaid();
  return (
    <div>
      <p className="text-sm">
        <span className="text-ink-soft">{title}</span> <span className="font-semibold figures">{value ?? '–'}</span>
      </p>
      <ul className="mt-1 grid gap-1 text-sm text-ink-soft">
        {reasons.map((reason) => (
          <li key={reason} {...say(reason)} />
        ))}
        {children}
      </ul>
    </div>
  );
}

/// Where the frameworks describe it.
function Links({ requirement: r }: { requirement: Requirement }) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const all = [r, ...r.any_of].flatMap(({ name, link }) => (link ? [{ name, link }] : []));
  const links = all.filter(({ link }, i) => all.findIndex((other) => other.link === link) === i);
  if (links.length === 0) return null;
  return (
    <section className="mt-7 border-t border-line pt-5">
      <h3>{d('readMore')}</h3>
      <ul className="mt-2 grid gap-1.5 text-sm">
        {links.map(({ name, link }) => (
          <li key={link}>
            <a href={link} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1.5 font-medium text-primary underline underline-offset-2">
              {name} <MoveRight aria-hidden className="size-3.5" /> {link.includes('onetonline') ? 'O*NET' : 'ESCO'}
              <ExternalLink role="img" aria-label={t('newWindow')} className="size-3.5" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
