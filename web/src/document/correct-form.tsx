// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type FormEvent, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Checkbox } from '@/ui/checkbox';
import { LevelInput } from '@/ui/level-input';
import { SegmentedControl } from '@/ui/segmented';
import { messages } from './messages';
import { type Skill, type Subject, useCorrect } from './use-skills';

type Need = 'must' | 'nice';

export function NeedChoice({ value, onChange }: { value: Need; onChange: (need: Need) => void }) {
  const t = useMessages(messages);
  return (
    <SegmentedControl
      label={t('need')}
      value={value}
      onChange={onChange}
      segments={[
        { value: 'must', label: t('must') },
        { value: 'nice', label: t('nice') },
      ]}
    />
  );
}

/// Another level, another need, or out of the list.
export function CorrectForm({ subject, skill, onClose }: { subject: Subject; skill: Skill; onClose: () => void }) {
  const t = useMessages(messages);
  const ofJob = 'job_id' in subject;
  const correct = useCorrect(subject);
  const [level, setLevel] = useState(Math.round(skill.level.value * 2) / 2);
  const [need, setNeed] = useState<Need>(skill.need ?? 'must');
  const [onlyHere, setOnlyHere] = useState(false);
  const where = onlyHere && { only_here: true };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    correct.mutate({ action: 'level', skill_id: skill.id, level, ...(ofJob && { need }), ...where });
    onClose();
  };
  return (
    <form onSubmit={submit} className="grid gap-3 rounded-md border border-line bg-raised p-3.5">
      <LevelInput label={t('yourLevel')} value={level} onChange={setLevel} />
      {ofJob ? (
        <NeedChoice value={need} onChange={setNeed} />
      ) : (
        <Checkbox checked={onlyHere} onChange={(event) => setOnlyHere(event.target.checked)}>
          {t('onlyHere')}
        </Checkbox>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm">
          {t('keep')}
        </Button>
        <Button size="sm" look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button
          size="sm"
          look="quiet"
          className="ml-auto text-bad"
          onClick={() => {
            correct.mutate({ action: 'remove', skill_id: skill.id, ...where });
            onClose();
          }}
        >
          {t(ofJob ? 'removeRequirement' : 'removeSkill')}
        </Button>
      </div>
    </form>
  );
}
