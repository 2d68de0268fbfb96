// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { BriefcaseBusiness, ListTodo, MessageCircle, ScanSearch } from 'lucide-react';
import Link from 'next/link';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { messages } from './messages';
import type { NoteSummary } from './use-notes';

const icons = { task_id: ListTodo, job_id: BriefcaseBusiness, gap_report_id: ScanSearch, message_id: MessageCircle } as const;

interface Props {
  notes: readonly NoteSummary[];
  open: string | null;
  onOpen: () => void;
}

export function NoteList({ notes, open, onOpen }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  if (notes.length === 0) return null;
  return (
    <ul aria-label={t('title')} className="grid grid-cols-1 gap-2">
      {notes.map((note) => (
        <li key={note.id}>
          <Link
            href={`/notes?id=${note.id}`}
            onClick={onOpen}
            aria-current={note.id === open ? 'true' : undefined}
            className={cx(
              'grid grid-cols-1 gap-1 rounded-lg border px-4 py-3 transition-colors focus-visible:rounded-lg',
              note.id === open ? 'border-primary bg-primary-soft' : 'border-line bg-card hover:border-line-strong',
            )}
          >
            <span className="truncate font-semibold" title={note.title}>{note.title || t('untitled')}</span>
            <span className="line-clamp-2 text-sm text-ink-soft wrap-anywhere">{note.excerpt}</span>
            <span className="flex items-center gap-2 text-xs text-ink-soft">
              {f.ago(note.updated_at)}
              {(Object.keys(icons) as (keyof typeof icons)[]).map((kind) => {
                const Icon = icons[kind];
                return note[kind] === null ? null : (
                  <span key={kind} className="inline-flex items-center gap-1">
                    <Icon aria-hidden className="size-3.5" />
                    {t(kind)}
                  </span>
                );
              })}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
