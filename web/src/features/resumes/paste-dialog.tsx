// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useState } from 'react';
import { fieldError, isConflict, plainMessage } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Checkbox } from '@/ui/checkbox';
import { Clashes } from '@/ui/clashes';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input, Textarea } from '@/ui/input';
import { useDraft } from '@/ui/use-draft';
import { messages } from './messages';
import type { Resume } from './upload';
import { type Pasted, usePaste } from './use-resumes';

const shortest = 20;

/// A new résumé of pasted text, or the text of one whose file could not be read.
export function PasteDialog({ resume, onClose }: { resume: Resume | null; onClose: () => void }) {
  const t = useMessages(messages);
  const paste = usePaste();
  const refused = isConflict(paste.error);
  // Of a résumé that is there only the text is written here; whether it has one by now, its state says.
  const { base, form, set } = useDraft(resume, (one): Pasted => ({ name: one?.name ?? '', text: '', set_default: false }), refused);
  const [tried, setTried] = useState(false);
  const noName = form.name.trim() === '' ? t('nameMissing') : undefined;
  const noText = form.text.trim().length < shortest ? t('textMissing') : undefined;

  const submit = () => {
    setTried(true);
    if (!noName && !noText) paste.mutate({ resume: base, pasted: { ...form, name: form.name.trim() } }, { onSuccess: onClose });
  };
  return (
    <FormDialog
      shape="wide"
      title={resume ? t('pasteForTitle', { name: resume.name }) : t('pasteTitle')}
      submit={t('readIt')}
      busy={paste.isPending}
      problem={refused ? undefined : plainMessage(paste.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {refused && <Clashes clashes={[]} nameOf={() => ''} show={() => ''} onTake={() => undefined} />}
      {resume?.state === 'ready' && <p role="status" className="rounded-md bg-warn-soft px-3.5 py-2.5 text-sm">{t('pasteReplaces')}</p>}
      {!resume && (
        <Field label={t('fieldName')} hint={t('fieldNameHint')} error={(tried ? noName : undefined) ?? fieldError(paste.error, 'name')}>
          <Input data-autofocus maxLength={255} value={form.name} onChange={(event) => set({ name: event.target.value })} />
        </Field>
      )}
      <Field label={t('fieldText')} hint={t('fieldTextHint')} error={(tried ? noText : undefined) ?? fieldError(paste.error, 'text')}>
        <Textarea
          {...(resume && { 'data-autofocus': true })}
          rows={12}
          maxLength={200_000}
          value={form.text}
          onChange={(event) => set({ text: event.target.value })}
        />
      </Field>
      {!resume && (
        <Checkbox checked={form.set_default} onChange={(event) => set({ set_default: event.target.checked })}>
          {t('fieldDefault')}
        </Checkbox>
      )}
    </FormDialog>
  );
}
