// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ArrowLeft, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button, ButtonLink, IconButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { ConfirmDialog } from '@/ui/confirm';
import { cx } from '@/ui/cx';
import { Input, Textarea } from '@/ui/input';
import { Markdown } from '@/ui/markdown';
import { SegmentedControl } from '@/ui/segmented';
import { Conflict } from './conflict';
import { Links } from './links';
import { messages } from './messages';
import { useAutosave } from './use-autosave';
import { type Note, useDeleteNote } from './use-notes';

interface Props {
  /// null: one that is being begun.
  note: Note | null;
  onMade: (note: Note) => void;
  /// It is about to be deleted.
  onGone: () => void;
}

export function Editor({ note, onMade, onGone }: Props) {
  const t = useMessages(messages);
  const { draft, saved, theirs, failure, state, set, retry, settle } = useAutosave(note, onMade);
  const remove = useDeleteNote();
  const [shown, setShown] = useState<'write' | 'read'>(note ? 'read' : 'write');
  const [asks, setAsks] = useState(false);
  return (
    <Card className="grid grid-cols-1 gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <ButtonLink href="/notes" look="quiet" size="sm" className="lg:hidden">
          <ArrowLeft aria-hidden />
          <span className="max-sm:sr-only">{t('back')}</span>
        </ButtonLink>
        <SegmentedControl
          label={t('shown')}
          value={shown}
          onChange={setShown}
          segments={[
            { value: 'read', label: t('read') },
            { value: 'write', label: t('write') },
          ]}
        />
        <div className="ml-auto flex min-h-10 items-center gap-2">
          <p role="status" className={cx('text-sm', state === 'failed' ? 'font-medium text-bad' : 'text-ink-soft')}>
            {saved || state !== 'saved' ? t(`state.${state}`) : ''}
          </p>
          {saved && (
            <IconButton label={t('delete')} onClick={() => setAsks(true)}>
              <Trash2 aria-hidden />
            </IconButton>
          )}
        </div>
      </div>
      {theirs && <Conflict mine={draft} theirs={theirs} onSettle={settle} />}
      {failure && (
        <div role="alert" className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
          {failure.message}
          <Button size="sm" look="secondary" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      )}
      <Input
        aria-label={t('noteTitle')}
        placeholder={t('noteTitle')}
        maxLength={200}
        value={draft.title}
        onChange={(event) => set({ title: event.target.value })}
        className="h-12 text-lg font-semibold"
      />
      {shown === 'write' ? (
        <Textarea
          aria-label={t('noteBody')}
          placeholder={t('bodyPlaceholder')}
          maxLength={20_000}
          rows={16}
          value={draft.body}
          onChange={(event) => set({ body: event.target.value })}
          className="min-h-64 font-mono text-sm"
        />
      ) : (
        <div className="min-h-64 rounded-md bg-well/50 p-4">
          {draft.body.trim() === '' ? <p className="text-ink-soft">{t('nothingWritten')}</p> : <Markdown text={draft.body} top={2} />}
        </div>
      )}
      <Links draft={draft} onChange={set} />
      <ConfirmDialog
        open={asks}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        onConfirm={() => {
          if (!saved) return;
          onGone();
          remove.mutate(saved);
        }}
        onClose={() => setAsks(false)}
      >
        {t('deleteText', { title: draft.title || t('untitled') })}
      </ConfirmDialog>
    </Card>
  );
}
