// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type FormEvent, useState } from 'react';
import { fieldError, isConflict } from '@/api/error';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Clashes } from '@/ui/clashes';
import { Field } from '@/ui/field';
import { Input, Select, Textarea } from '@/ui/input';
import { type Clash, useDraft } from '@/ui/use-draft';
import { messages } from './messages';
import { inWords, readRule } from './recurrence';
import { RecurrenceEditor } from './recurrence-editor';
import { type Priority, type Task, priorities, useGoals, type useSaveTask } from './use-tasks';

interface Props {
  id: string;
  newest: Task | null;
  /// The first day of a new one.
  day: string;
  goal: string;
  save: ReturnType<typeof useSaveTask>;
  onSaved: () => void;
}

interface Form {
  title: string;
  description: string;
  start_on: string;
  end_on: string;
  priority: Priority;
  hours: string;
  goal_id: string;
  recurrence: string;
}

const fieldNames = {
  title: 'fieldTitle',
  description: 'description',
  start_on: 'start',
  end_on: 'end',
  priority: 'priority',
  hours: 'effort',
  goal_id: 'goal',
  recurrence: 'repeats',
} as const;

/// All that can be said about a task.
export function TaskForm({ id, newest, day, goal, save, onSaved }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const goals = useGoals().data?.items ?? [];
  const refused = isConflict(save.error);
  const fieldsOf = (task: Task | null): Form => ({
    title: task?.title ?? '',
    description: task?.description ?? '',
    start_on: task ? (task.start_on ?? '') : day,
    end_on: task ? (task.end_on ?? '') : day,
    priority: task?.priority ?? 'medium',
    hours: task?.minutes ? String(task.minutes / 60) : '',
    goal_id: task ? (task.goal_id ?? '') : goal,
    recurrence: task?.recurrence ?? '',
  });
  const { base: task, form, set, clashes, take } = useDraft(newest, fieldsOf, refused);
  const [tried, setTried] = useState(false);
  const titleWrong = form.title.trim() === '' ? t('titleMissing') : undefined;
  const endWrong = form.end_on !== '' && form.start_on !== '' && form.end_on < form.start_on ? t('endWrong') : undefined;
  const startWrong = form.start_on === '' && (form.end_on !== '' || form.recurrence !== '') ? t('startMissing') : undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (titleWrong || endWrong || startWrong) return;
    const { hours, ...rest } = form;
    save.mutate(
      {
        task,
        body: {
          ...rest,
          title: form.title.trim(),
          start_on: form.start_on || null,
          end_on: form.end_on || form.start_on || null,
          goal_id: form.goal_id || null,
          recurrence: form.recurrence || null,
          minutes: hours === '' ? null : Math.round(Number(hours) * 60),
        },
      },
      { onSuccess: onSaved },
    );
  };
  const show = ({ field, theirs }: Clash<Form>) => {
    if (field === 'goal_id') return goals.find(({ id: one }) => one === theirs)?.title ?? theirs;
    if (field === 'priority') return t(`priority.${theirs as Priority}`);
    if (field === 'recurrence') return theirs ? inWords(readRule(theirs), t, f) : t('never');
    return (field === 'start_on' || field === 'end_on') && theirs ? f.day(theirs) : theirs;
  };
  const wrong = (field: string, own?: string) => (tried ? own : undefined) ?? fieldError(save.error, field);
  return (
    <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-4">
      {refused && <Clashes clashes={clashes} nameOf={(field) => t(fieldNames[field])} show={show} onTake={take} />}
      <Field label={t('fieldTitle')} error={wrong('title', titleWrong)}>
        <Input data-autofocus={task ? undefined : true} maxLength={200} value={form.title} onChange={(e) => set({ title: e.target.value })} />
      </Field>
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
        <Field label={t('start')} error={wrong('start_on', startWrong)}>
          <Input type="date" value={form.start_on} onChange={(e) => set({ start_on: e.target.value })} />
        </Field>
        <Field label={t('end')} error={wrong('end_on', endWrong)}>
          <Input type="date" min={form.start_on} value={form.end_on} onChange={(e) => set({ end_on: e.target.value })} />
        </Field>
        <Field label={t('priority')} error={wrong('priority')}>
          <Select
            value={form.priority}
            onChange={(e) => set({ priority: priorities.find((one) => one === e.target.value) ?? 'medium' })}
          >
            {priorities.map((one) => (
              <option key={one} value={one}>
                {t(`priority.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('effort')} optional error={wrong('minutes')}>
          <Input type="number" inputMode="decimal" min={0} max={1000} step={0.25} value={form.hours} onChange={(e) => set({ hours: e.target.value })} />
        </Field>
      </div>
      <Field label={t('goal')} error={wrong('goal_id')}>
        <Select value={form.goal_id} onChange={(e) => set({ goal_id: e.target.value })}>
          <option value="">{t('noGoal')}</option>
          {goals.map((one) => (
            <option key={one.id} value={one.id}>
              {one.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('description')} optional error={wrong('description')}>
        <Textarea maxLength={5000} rows={3} value={form.description} onChange={(e) => set({ description: e.target.value })} />
      </Field>
      <RecurrenceEditor
        value={form.recurrence}
        start={form.start_on || today(f.timeZone)}
        onChange={(recurrence) => set({ recurrence })}
        error={wrong('recurrence')}
      />
    </form>
  );
}
