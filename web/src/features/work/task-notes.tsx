// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import { api, get, ok } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/input';
import { messages } from './messages';

/// Notes beside a task, and a place for one more.
export function TaskNotes({ task }: { task: string }) {
  const t = useMessages(messages);
  const f = useFormat();
  const client = useQueryClient();
  const notes = useQuery(get('/api/notes', { params: { query: { task_id: task, limit: 50 } } })).data?.items ?? [];
  const [text, setText] = useState('');
  const add = useMutation({
    mutationFn: (body: string) => ok(api.POST('/api/notes', { body: { title: '', body: body.trim(), task_id: task } })),
    onSuccess: (_, kept) => setText((now) => (now === kept ? '' : now)),
    onSettled: () => invalidate(client, '/api/notes'),
  });
  return (
    <section aria-label={t('notes')} className="grid grid-cols-1 gap-3 border-t border-line pt-5">
      <h3 className="flex items-center gap-2 font-semibold">
        <NotebookPen aria-hidden className="size-4.5 text-ink-soft" />
        {t('notes')}
      </h3>
      {notes.length > 0 && (
        <ul className="grid grid-cols-1 gap-2">
          {notes.map((note) => (
            <li key={note.id} className="rounded-md bg-well px-3.5 py-2.5 text-sm">
              {note.title && <p className="font-semibold wrap-anywhere">{note.title}</p>}
              <p className="line-clamp-3 whitespace-pre-line wrap-anywhere">{note.excerpt}</p>
              <p className="mt-1 text-xs text-ink-soft">{f.ago(note.updated_at)}</p>
            </li>
          ))}
        </ul>
      )}
      <Field label={t('newNote')} error={add.error?.message}>
        <Textarea rows={2} maxLength={20_000} value={text} onChange={(event) => setText(event.target.value)} />
      </Field>
      <Button look="secondary" size="sm" className="justify-self-start" busy={add.isPending} disabled={text.trim() === ''} onClick={() => add.mutate(text)}>
        {t('addNote')}
      </Button>
    </section>
  );
}
