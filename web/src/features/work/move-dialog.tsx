// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { addDays } from '@/i18n/days';
import { daysBetween, today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { messages } from './messages';
import { type Task, useMove } from './use-tasks';

/// Moves a task to another day without dragging; it keeps its length.
export function MoveDialog({ task, onClose }: { task: Task; onClose: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const move = useMove();
  const now = today(f.timeZone);
  const [day, setDay] = useState(task.start_on ?? now);
  const days = task.start_on && task.end_on ? daysBetween(task.start_on, task.end_on) : 0;
  const go = (to: string) => {
    if (to === '') return;
    move({ task, from: task, to: { start_on: to, end_on: addDays(to, days) } });
    onClose();
  };
  return (
    <FormDialog title={t('moveTitle', { title: task.title })} submit={t('move')} busy={false} ready={day !== ''} onSubmit={() => go(day)} onClose={onClose}>
      <Field label={t('moveTo')}>
        <Input data-autofocus type="date" required value={day} onChange={(event) => setDay(event.target.value)} />
      </Field>
      <div className="flex flex-wrap gap-2">
        {[
          [t('today'), now],
          [t('tomorrow'), addDays(now, 1)],
          [t('nextWeek'), addDays(task.start_on ?? now, 7)],
        ].map(([label, to]) => (
          <Button key={label} look="secondary" size="sm" onClick={() => go(to ?? '')}>
            {label}
          </Button>
        ))}
      </div>
    </FormDialog>
  );
}
