// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { get } from '@/api/client';
import { fieldError, isConflict, plainMessage } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Clashes } from '@/ui/clashes';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input, Select, Textarea } from '@/ui/input';
import { useDraft } from '@/ui/use-draft';
import { messages } from './messages';
import { type Goal, useSaveGoal } from './use-goals';

const fieldsOf = (goal: Goal | null) => ({
  title: goal?.title ?? '',
  description: goal?.description ?? '',
  due_on: goal?.due_on ?? '',
  job_id: goal?.job_id ?? '',
});
const fieldNames = { title: 'fieldTitle', description: 'fieldDescription', due_on: 'fieldDue', job_id: 'fieldJob' } as const;

/// Makes a goal (null) or changes one.
export function GoalDialog({ goal, onClose }: { goal: Goal | null; onClose: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const saved = useQuery(get('/api/job-collections', { params: { query: { limit: 100 } } }));
  const save = useSaveGoal();
  const changed = isConflict(save.error);
  const { base, form, set, clashes, take } = useDraft(goal, fieldsOf, changed);
  const [tried, setTried] = useState(false);
  const missing = form.title.trim() === '' ? t('titleMissing') : undefined;
  const jobs = saved.data?.items ?? [];
  const titleOf = (id: string) => jobs.find(({ job }) => job.id === id)?.job.title ?? id;

  const submit = () => {
    setTried(true);
    if (missing) return;
    const body = { ...form, title: form.title.trim(), due_on: form.due_on || null, job_id: form.job_id || null };
    save.mutate({ goal: base, body }, { onSuccess: onClose });
  };

  return (
    <FormDialog
      title={goal ? t('editTitle') : t('new')}
      submit={goal ? t('save') : t('create')}
      busy={save.isPending}
      problem={changed ? undefined : plainMessage(save.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {changed && (
        <Clashes
          clashes={clashes}
          nameOf={(field) => t(fieldNames[field])}
          show={({ field, theirs }) => (field === 'job_id' ? titleOf(theirs) : field === 'due_on' && theirs ? f.day(theirs) : theirs)}
          onTake={take}
        />
      )}
      <Field
        label={t('fieldTitle')}
        hint={t('fieldTitleHint')}
        error={(tried ? missing : undefined) ?? fieldError(save.error, 'title')}
      >
        <Input
          data-autofocus
          maxLength={200}
          value={form.title}
          onChange={(e) => set({ title: e.target.value })}
        />
      </Field>
      <Field label={t('fieldDescription')} optional error={fieldError(save.error, 'description')}>
        <Textarea maxLength={5000} value={form.description} onChange={(e) => set({ description: e.target.value })} />
      </Field>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={t('fieldDue')} optional error={fieldError(save.error, 'due_on')}>
          <Input type="date" value={form.due_on} onChange={(e) => set({ due_on: e.target.value })} />
        </Field>
        {jobs.length > 0 && (
          <Field label={t('fieldJob')} optional error={fieldError(save.error, 'job_id')}>
            <Select value={form.job_id} onChange={(e) => set({ job_id: e.target.value })}>
              <option value="">{t('noJob')}</option>
              {jobs.map(({ job }) => (
                <option key={job.id} value={job.id}>
                  {[job.title, job.company].filter(Boolean).join(' · ')}
                </option>
              ))}
            </Select>
          </Field>
        )}
      </div>
    </FormDialog>
  );
}
