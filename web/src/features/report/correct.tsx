// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Check, Undo2, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Select } from '@/ui/input';
import { LevelInput } from './level-input';
import { messages as details } from './details/messages';
import type { Requirement } from './score-math';
import { type Report, useCorrect, useTakeBack } from './use-report';

interface Props {
  report: Report;
  requirement: Requirement;
}

/// What the last correction did, and what was refused; read out as it comes.
function Outcome({ report, result, error }: { report: Report; result: Wire<'RescoredList'> | undefined; error: Error | null }) {
  const d = useMessages(details);
  const f = useFormat();
  const mine = result?.rescored.find(({ job_id }) => job_id === report.job_id);
  return (
    <div aria-live="polite" className="empty:hidden">
      {error && <p className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">{error.message}</p>}
      {mine && (
        <p className="rounded-md bg-good-soft px-3.5 py-2.5 text-sm font-medium text-good">
          {d('rescored', { before: f.decimal(mine.score_before), after: f.decimal(mine.score_after), count: result?.rescored.length ?? 0 })}
        </p>
      )}
      {result && result.run_ids.length > 0 && <p className="mt-2 text-sm text-ink-soft">{d('rescoring', { count: result.run_ids.length })}</p>}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-7 grid gap-4 border-t border-line pt-5">
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/// "I know better": whether the résumé shows it, and at which level.
export function CorrectResume({ report, requirement: r, correction }: Props & { correction: Wire<'Correction'> | undefined }) {
  const d = useMessages(details);
  const correct = useCorrect(report);
  const back = useTakeBack(report);
  const choices = r.any_of.length > 0 ? r.any_of : r.framework === 'text' ? [] : [r];
  const [skill, setSkill] = useState(r.met_by && choices.some(({ id }) => id === r.met_by?.id) ? r.met_by.id : choices[0]?.id);
  const [level, setLevel] = useState(r.held?.value ?? r.needed.value);
  if (report.resume_id === null || skill === undefined) return null;

  const about = { resume_id: report.resume_id, skill_id: skill };
  const busy = correct.isPending || back.isPending;
  const implied = r.support === 'implied';
  const send = (body: Pick<Wire<'CorrectionInput'>, 'action' | 'level'>) => {
    back.reset();
    correct.mutate({ ...about, ...body });
  };
  return (
    <Section title={d('correctTitle')}>
      {correction && (
        <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-well/60 px-4 py-3">
          <p className="text-sm">{correction.task_id ? d('saidByTask') : d(`said.${correction.action}`)}</p>
          {correction.task_id === null && (
            <Button look="secondary" size="sm" busy={busy} onClick={() => (correct.reset(), back.mutate(correction.id))}>
              <Undo2 aria-hidden />
              {d('takeBack')}
            </Button>
          )}
        </div>
      )}
      {implied && (
        <div className="flex flex-wrap items-center gap-3">
          <p className="min-w-0 grow basis-52 text-ink-soft">{d('impliedQuestion', { name: r.name })}</p>
          <Button look="secondary" size="sm" busy={busy} onClick={() => send({ action: 'confirm', level: r.held?.value ?? null })}>
            <Check aria-hidden />
            {d('confirm')}
          </Button>
          <Button look="secondary" size="sm" busy={busy} onClick={() => send({ action: 'reject' })}>
            <X aria-hidden />
            {d('reject')}
          </Button>
        </div>
      )}
      {choices.length > 1 && (
        <Field label={d('whichSkill')}>
          <Select value={skill} onChange={(event) => setSkill(event.target.value)}>
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        </Field>
      )}
      <LevelInput label={d('myLevel')} value={level} needed={r.needed.value} onChange={setLevel} />
      <div className="flex flex-wrap gap-3">
        <Button busy={busy} onClick={() => send({ action: r.support === 'none' ? 'add' : 'level', level })}>
          {r.support === 'none' ? d('add') : d('setLevel')}
        </Button>
        {!implied && r.support !== 'none' && (
          <Button look="quiet" busy={busy} onClick={() => send({ action: 'remove' })}>
            {d('remove')}
          </Button>
        )}
      </div>
      <Outcome report={report} result={correct.data ?? back.data} error={correct.error ?? back.error} />
    </Section>
  );
}

/// Whether the job really asks for it.
export function CorrectJob({ report, requirement: r }: Props) {
  const d = useMessages(details);
  const correct = useCorrect(report);
  const send = (body: Pick<Wire<'CorrectionInput'>, 'action' | 'need'>) => correct.mutate({ job_id: report.job_id, skill_id: r.id, ...body });
  const other = r.need === 'must' ? 'nice' : 'must';
  return (
    <Section title={d('correctJobTitle')}>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" size="sm" busy={correct.isPending} onClick={() => send({ action: 'level', need: other })}>
          {d(`itIs.${other}`)}
        </Button>
        <Button look="secondary" size="sm" busy={correct.isPending} onClick={() => send({ action: 'remove' })}>
          {d('notAsked')}
        </Button>
      </div>
      <Outcome report={report} result={correct.data} error={correct.error} />
    </Section>
  );
}
