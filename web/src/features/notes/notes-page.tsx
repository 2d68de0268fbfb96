// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { NotebookPen, Plus, SearchX } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useState } from 'react';
import { get } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { keepFocusOfOpen } from '@/shell/use-kept-focus';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { PageHeader } from '@/ui/page-header';
import { SearchInput } from '@/ui/search-input';
import { Skeleton, SkeletonList } from '@/ui/skeleton';
import { EmptyState, ErrorState } from '@/ui/states';
import { useDebounced } from '@/ui/use-debounced';
import { Editor } from './editor';
import { messages } from './messages';
import { NoteList } from './note-list';
import { useNotes } from './use-notes';

/// A note that is read first.
function OpenNote({ id, onGone }: { id: string; onGone: () => void }) {
  const query = useQuery(get('/api/notes/{note_id}', { params: { path: { note_id: id } } }));
  if (query.data) return <Editor note={query.data} onMade={() => undefined} onGone={onGone} />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton className="h-96 w-full rounded-lg" />;
}

export function NotesPage() {
  const t = useMessages(messages);
  const parameters = useSearchParams();
  const asked = parameters.get('id');
  // One that is about to be deleted is not read again.
  const [deleted, setDeleted] = useState<string | null>(null);
  const id = asked === deleted ? null : asked;
  const makesNew = parameters.has('new');
  // The note that has just been begun: its editor stays as it is when it gets an address.
  const [begun, setBegun] = useState<string | null>(null);
  const [text, setText] = useState('');
  const q = useDebounced(text.trim());
  const notes = useNotes(q);
  const shown = notes.data?.pages.flatMap((page) => page.items) ?? [];
  const isOpen = makesNew || id !== null;
  const gone = () => {
    keepFocusOfOpen();
    setDeleted(asked);
    setBegun(null);
    history.replaceState(null, '', '/notes');
  };
  const startNew = () => {
    setBegun(null);
    // At once: what is typed next belongs to the new note, not to the one that was open.
    history.pushState(null, '', '/notes?new');
  };
  const newButton = (
    <Button onClick={startNew}>
      <Plus aria-hidden />
      {t('new')}
    </Button>
  );
  const none = notes.isSuccess && shown.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {newButton}
      </PageHeader>
      {none && q === '' && !isOpen && (
        <EmptyState icon={NotebookPen} title={t('emptyTitle')} action={newButton}>
          {t('emptyText')}
        </EmptyState>
      )}
      {(!none || q !== '' || isOpen) && (
        <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[20rem_minmax(0,1fr)]">
          <div className={cx('grid grid-cols-1 gap-3', isOpen && 'max-lg:hidden')}>
            <SearchInput label={t('search')} value={text} onChange={setText} />
            {notes.isPending && <SkeletonList label={t('loading')} rows={5} row="h-20" />}
            {notes.isError && <ErrorState error={notes.error} onRetry={() => void notes.refetch()} />}
            {none && q !== '' && (
              <p role="status" className="flex items-center gap-2 px-1 py-3 text-ink-soft">
                <SearchX aria-hidden className="size-4" />
                {t('noneFound', { text: q })}
              </p>
            )}
            <NoteList notes={shown} open={id} onOpen={() => {
                setBegun(null);
                setDeleted(null);
              }} />
            {notes.hasNextPage && (
              <Button look="secondary" busy={notes.isFetchingNextPage} onClick={() => void notes.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </div>
          {(makesNew || (id !== null && id === begun)) && (
            <Editor
              key="begun"
              note={null}
              onMade={(note) => {
                setBegun(note.id);
                history.replaceState(null, '', `/notes?id=${note.id}`);
              }}
              onGone={gone}
            />
          )}
          {!makesNew && id !== null && id !== begun && <OpenNote key={id} id={id} onGone={gone} />}
          {!isOpen && (
            <p className="grid min-h-64 place-items-center rounded-lg border border-dashed border-line-strong/50 p-6 text-center text-ink-soft max-lg:hidden">
              {t('chooseOne')}
            </p>
          )}
        </div>
      )}
    </>
  );
}
