// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ArrowRight, ExternalLink, Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { CorrectForm } from './correct-form';
import { messages } from './messages';
import { type Correction, type Skill, type Subject, useCorrect, useTakeBack } from './use-skills';

interface Props {
  subject: Subject;
  skill: Skill;
  correction: Correction | undefined;
  /// Shows a place of the text.
  onShow: (evidence: Wire<'Evidence'>) => void;
}

/// All that is known of a skill of a document: level and why, where it says so, how sure; and what to correct.
export function SkillDetail({ subject, skill, correction, onShow }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const said = useSaid();
  const [editing, setEditing] = useState(false);
  const correct = useCorrect(subject);
  const { value, low, high, reasons } = skill.level;
  const figures = { level: f.decimal(value), low: f.decimal(low), high: f.decimal(high) };
  const onlyImplied = skill.evidence.length > 0 && skill.evidence.every(({ shows }) => shows === 'implied' || shows === 'linked');

  return (
    <div className="grid gap-4 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <Badge>{t(`kind.${skill.kind}`)}</Badge>
        <span className="figures">{high > low ? t('levelRange', figures) : t('exactly', figures)}</span>
        <span className="text-ink-soft">{t('sure', { share: f.percent(skill.confidence) })}</span>
      </p>
      {skill.any_of.length > 0 && <p>{t('anyOf', { names: skill.any_of.map(({ name }) => name).join(', ') })}</p>}
      {reasons.length > 0 && (
        <div>
          <h3 className="font-semibold">{t('why')}</h3>
          <ul className="mt-1 grid list-disc gap-0.5 pl-4.5 text-ink-soft marker:text-line-strong">
            {reasons.map((reason) => (
              <li key={reason} {...said(reason)} />
            ))}
          </ul>
        </div>
      )}
      {skill.evidence.length > 0 && <EvidenceList evidence={skill.evidence} onShow={onShow} />}
      {correction && <OwnCorrection correction={correction} />}
      {onlyImplied && !correction && (
        <div className="rounded-md bg-well px-3 py-2.5">
          <p>{t('implied')}</p>
          <div className="mt-2 flex gap-2">
            <Button size="sm" look="secondary" onClick={() => correct.mutate({ action: 'confirm', skill_id: skill.id })}>
              {t('confirm')}
            </Button>
            <Button size="sm" look="quiet" onClick={() => correct.mutate({ action: 'reject', skill_id: skill.id })}>
              {t('reject')}
            </Button>
          </div>
        </div>
      )}
      {editing ? (
        <CorrectForm subject={subject} skill={skill} onClose={() => setEditing(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button size="sm" look="secondary" onClick={() => setEditing(true)}>
            {t('correct')}
          </Button>
          {skill.link && (
            <a
              href={skill.link}
              target="_blank"
              rel="noreferrer"
              className="inline-flex h-8 items-center gap-1.5 rounded-full px-3 font-semibold text-primary hover:bg-primary-soft"
            >
              {t('look')}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          )}
        </div>
      )}
    </div>
  );
}

function EvidenceList({ evidence, onShow }: { evidence: Skill['evidence']; onShow: Props['onShow'] }) {
  const t = useMessages(messages);
  const said = useSaid();
  return (
    <div>
      <h3 className="font-semibold">{t('where')}</h3>
      <ul className="mt-1.5 grid gap-2">
        {evidence.slice(0, 8).map((piece) => (
          <li key={`${piece.start}-${piece.end}`} className="border-l-2 border-needed pl-3">
            <p className="wrap-anywhere">
              <mark>{piece.text}</mark>
              <span className="text-ink-soft">
                {' · '}
                {t('pageShort', { number: piece.page })}
                {piece.shows !== 'named' && ` · ${t(`shows.${piece.shows}`)}`}
              </span>
            </p>
            {piece.because && <p className="mt-0.5 text-ink-soft" {...said(piece.because)} />}
            <button
              type="button"
              onClick={() => onShow(piece)}
              className="mt-0.5 inline-flex min-h-6 items-center gap-1 font-semibold text-primary hover:underline"
            >
              {t('showInText')}
              <ArrowRight aria-hidden className="size-3.5" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/// That this is the person's word, and the way back.
export function OwnCorrection({ correction }: { correction: Correction }) {
  const t = useMessages(messages);
  const takeBack = useTakeBack();
  const everywhere = correction.resume_id === null && correction.job_id === null;
  if (correction.task_id) return <Badge tone="good">{t('byTask')}</Badge>;
  return (
    <p className="flex flex-wrap items-center gap-2">
      <Badge tone="good">{t(everywhere ? 'yoursEverywhere' : 'yours')}</Badge>
      <Button size="sm" look="quiet" busy={takeBack.isPending} onClick={() => takeBack.mutate(correction)}>
        <Undo2 aria-hidden />
        {t('takeBack')}
      </Button>
    </p>
  );
}
