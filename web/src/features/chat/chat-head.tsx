// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ArrowLeft, Ellipsis, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { fieldError, isConflict, plainMessage } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { ButtonLink, IconButton } from '@/ui/button';
import { Clashes } from '@/ui/clashes';
import { ConfirmDialog } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { Menu } from '@/ui/menu';
import { useDraft } from '@/ui/use-draft';
import { messages } from './messages';
import { type Chat, useChangeChat, useDeleteChat } from './use-chat';

function Rename({ chat, onClose }: { chat: Chat; onClose: () => void }) {
  const t = useMessages(messages);
  const change = useChangeChat();
  const refused = isConflict(change.error);
  const { base, form, set, clashes, take } = useDraft(chat, ({ title }) => ({ title }), refused);
  return (
    <FormDialog
      title={t('rename')}
      submit={t('save')}
      busy={change.isPending}
      ready={form.title.trim() !== ''}
      problem={refused ? undefined : plainMessage(change.error)}
      onSubmit={() => change.mutate({ chat: base, title: form.title.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {refused && <Clashes clashes={clashes} nameOf={() => t('name')} show={({ theirs }) => theirs} onTake={take} />}
      <Field label={t('name')} error={fieldError(change.error, 'title')}>
        <Input data-autofocus maxLength={200} value={form.title} onChange={(event) => set({ title: event.target.value })} />
      </Field>
    </FormDialog>
  );
}

export function ChatHead({ chat, onGone }: { chat: Chat | null; onGone: () => void }) {
  const t = useMessages(messages);
  const remove = useDeleteChat();
  const [asks, setAsks] = useState<'rename' | 'delete' | null>(null);
  const title = chat?.title || t('untitled');
  return (
    <>
      <ButtonLink href="/chat" look="quiet" size="sm" className="lg:hidden" aria-label={t('back')}>
        <ArrowLeft aria-hidden />
      </ButtonLink>
      <h2 className="min-w-0 grow truncate font-sans text-base font-semibold tracking-normal">{title}</h2>
      {chat && (
        <Menu
          label={t('actions', { title })}
          trigger={
            <IconButton size="sm" label={t('actions', { title })}>
              <Ellipsis aria-hidden />
            </IconButton>
          }
          items={[
            { label: t('rename'), icon: Pencil, onSelect: () => setAsks('rename') },
            { label: t('delete'), icon: Trash2, onSelect: () => setAsks('delete'), danger: true, apart: true },
          ]}
        />
      )}
      {chat && asks === 'rename' && <Rename chat={chat} onClose={() => setAsks(null)} />}
      <ConfirmDialog
        open={asks === 'delete'}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        onConfirm={() => {
          if (!chat) return;
          setAsks(null);
          onGone();
          remove.mutate(chat);
        }}
        onClose={() => setAsks(null)}
      >
        {t('deleteText', { title })}
      </ConfirmDialog>
    </>
  );
}
