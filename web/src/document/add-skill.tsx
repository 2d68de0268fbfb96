// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { type Choice, Combobox } from '@/ui/combobox';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { LevelInput } from '@/ui/level-input';
import { NeedChoice } from './correct-form';
import { messages } from './messages';
import { type Subject, useCorrect, useSkillSearch } from './use-skills';

/// Adds a skill that the reader has not found.
export function AddSkillDialog({ subject, onAdded, onClose }: { subject: Subject; onAdded: (id: string) => void; onClose: () => void }) {
  const t = useMessages(messages);
  const ofJob = 'job_id' in subject;
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const [level, setLevel] = useState(3);
  const [need, setNeed] = useState<'must' | 'nice'>('must');
  const found = useSkillSearch(chosen ? '' : text);
  const correct = useCorrect(subject);
  const choices = (found.data?.items ?? []).map(({ id, name, kind }) => ({ value: id, label: name, hint: t(`kind.${kind}`) }));
  const title = t(ofJob ? 'addRequirement' : 'add');

  const submit = () => {
    if (!chosen) return;
    const change = { action: 'add' as const, skill_id: chosen.value, level, ...(ofJob && { need }) };
    correct.mutate(change, {
      onSuccess: () => onAdded(chosen.value),
      onSettled: onClose,
    });
  };
  return (
    <FormDialog title={title} submit={t('addNow')} busy={correct.isPending} ready={chosen !== null} onSubmit={submit} onClose={onClose}>
      <div className="grid min-h-96 content-start gap-6">
        <Field label={t('addSearch')} hint={t('addHint')}>
          <Combobox
            data-autofocus
            text={text}
            onText={(next) => {
              setText(next);
              setChosen(null);
            }}
            choices={chosen ? [] : choices}
            searching={found.isFetching}
            onChoose={(choice) => {
              setChosen(choice);
              setText(choice.label);
            }}
          />
        </Field>
        {chosen && (
          <div className="grid animate-rise gap-4">
            <LevelInput label={t('yourLevel')} value={level} onChange={setLevel} />
            <p className="-mt-2 text-sm text-ink-soft">{t('addLevelHint')}</p>
            {ofJob && <NeedChoice value={need} onChange={setNeed} />}
          </div>
        )}
      </div>
    </FormDialog>
  );
}
