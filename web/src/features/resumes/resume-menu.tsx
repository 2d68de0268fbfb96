// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Download, Ellipsis, Pencil, Star, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { fieldError, isConflict, plainMessage } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Clashes } from '@/ui/clashes';
import { ConfirmDialog } from '@/ui/confirm';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input } from '@/ui/input';
import { Menu, type MenuItem } from '@/ui/menu';
import { useDraft } from '@/ui/use-draft';
import { messages } from './messages';
import type { Resume } from './upload';
import { useDeleteResume, useMakeDefault, useRename } from './use-resumes';

/// What can be done with a résumé as a whole.
export function ResumeMenu({ resume, onDeleted }: { resume: Resume; onDeleted?: () => void }) {
  const t = useMessages(messages);
  const [asks, setAsks] = useState<'rename' | 'delete' | null>(null);
  const makeDefault = useMakeDefault();
  const remove = useDeleteResume();
  const close = () => setAsks(null);
  const label = t('actions', { name: resume.name });
  const items: readonly (MenuItem | false)[] = [
    { label: t('rename'), icon: Pencil, onSelect: () => setAsks('rename') },
    !resume.is_default && { label: t('makeDefault'), icon: Star, onSelect: () => makeDefault.mutate(resume) },
    resume.size_bytes > 0 &&
      hasFile(resume) && {
        label: t('download'),
        icon: Download,
        onSelect: () => location.assign(`/api/resumes/${encodeURIComponent(resume.id)}/file`),
      },
    { label: t('delete'), icon: Trash2, onSelect: () => setAsks('delete'), danger: true, apart: true },
  ];
  return (
    <>
      <Menu
        label={label}
        trigger={
          <IconButton label={label} className="-mt-1 -mr-2">
            <Ellipsis aria-hidden />
          </IconButton>
        }
        items={items.filter((item) => item !== false)}
      />
      {asks === 'rename' && <RenameDialog resume={resume} onClose={close} />}
      <ConfirmDialog
        open={asks === 'delete'}
        title={t('deleteTitle')}
        confirm={t('deleteConfirm')}
        cancel={t('cancel')}
        onClose={close}
        onConfirm={() => {
          remove.mutate(resume);
          close();
          onDeleted?.();
        }}
      >
        {t('deleteText', { name: resume.name })}
      </ConfirmDialog>
    </>
  );
}

/// A file that could not be read keeps its file also when its text was pasted; pasted from the start there is none.
function hasFile({ text_source, media_type }: Resume): boolean {
  return text_source === 'file' || media_type !== 'text/plain';
}

function RenameDialog({ resume, onClose }: { resume: Resume; onClose: () => void }) {
  const t = useMessages(messages);
  const rename = useRename();
  const refused = isConflict(rename.error);
  const { base, form, set, clashes, take } = useDraft(resume, ({ name }) => ({ name }), refused);
  const missing = form.name.trim() === '' ? t('nameMissing') : undefined;
  return (
    <FormDialog
      title={t('renameTitle')}
      submit={t('save')}
      busy={rename.isPending}
      problem={refused ? undefined : plainMessage(rename.error)}
      onSubmit={() => missing || rename.mutate({ resume: base, name: form.name.trim() }, { onSuccess: onClose })}
      onClose={onClose}
    >
      {refused && <Clashes clashes={clashes} nameOf={() => t('fieldName')} show={({ theirs }) => theirs} onTake={take} />}
      <Field label={t('fieldName')} hint={t('fieldNameHint')} error={missing ?? fieldError(rename.error, 'name')}>
        <Input data-autofocus maxLength={255} value={form.name} onChange={(event) => set({ name: event.target.value })} />
      </Field>
    </FormDialog>
  );
}
