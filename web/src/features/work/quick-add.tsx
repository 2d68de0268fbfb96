// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Input } from '@/ui/input';
import { messages } from './messages';
import { useSaveTask } from './use-tasks';

/// A task in one line: what, and on which day.
export function QuickAdd({ goal }: { goal: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  const save = useSaveTask();
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<string | null>(null);
  const on = day ?? today(f.timeZone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wanted = title.trim();
    if (wanted === '') return;
    // The field is free for the next one at once; what was refused comes back, unless something else stands there.
    setTitle('');
    save
      .mutateAsync({
        task: null,
        body: { title: wanted, description: '', priority: 'medium', start_on: on || null, end_on: on || null, goal_id: goal || null },
      })
      .catch(() => setTitle((now) => (now === '' ? wanted : now)));
  };
  return (
    <form onSubmit={submit} className="mb-5 grid gap-1.5">
      <div className="flex flex-wrap gap-2">
        <span className="min-w-0 flex-1 basis-52">
          <Input
            aria-label={t('quickTitle')}
            placeholder={t('quickPlaceholder')}
            maxLength={200}
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </span>
        <span className="w-44 max-sm:flex-1">
          <Input type="date" aria-label={t('quickDay')} value={on} onChange={(event) => setDay(event.target.value)} />
        </span>
        <Button type="submit" look="secondary">
          <Plus aria-hidden />
          {t('add')}
        </Button>
      </div>
      {save.isError && (
        <p role="alert" className="text-sm font-medium text-bad">
          {save.error.message}
        </p>
      )}
    </form>
  );
}
