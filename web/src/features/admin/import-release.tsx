// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { FileArchive, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { ApiError, fieldError } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button, IconButton } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Field } from '@/ui/field';
import { FileDrop } from '@/ui/file-drop';
import { Input, Select } from '@/ui/input';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import { type Release, useImport, useRebuild } from './use-ontology';

const largest = 128 * 1024 * 1024;

/// Takes the official files of a newer release. It is read in the background and used from the next start.
export function ImportRelease({ busy }: { busy: boolean }) {
  const t = useMessages(messages);
  const f = useFormat();
  const upload = useImport();
  const rebuild = useRebuild();
  const [framework, setFramework] = useState<Release['framework']>('onet');
  const [release, setRelease] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const tooLarge = file !== null && file.size > largest;
  const error = upload.error ?? rebuild.error;
  const plain = error && !(error instanceof ApiError && Object.keys(error.fields).length > 0);
  const fileError = tooLarge ? t('fileTooLarge') : fieldError(error, 'release_file');

  const submit = (event: FormEvent) => {
    event.preventDefault();
    rebuild.reset();
    if (file && !tooLarge) upload.mutate({ framework, release: release.trim(), file }, { onSuccess: () => setFile(null) });
  };
  return (
    <Card>
      <CardHeader title={t('importTitle')} />
      <form noValidate onSubmit={submit} className="grid grid-cols-[minmax(0,1fr)] gap-4">
        <p className="text-sm text-ink-soft">{t('importText')}</p>
        {plain && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {error.message}
          </p>
        )}
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field label={t('framework')}>
            <Select value={framework} onChange={({ target }) => setFramework(target.value === 'esco' ? 'esco' : 'onet')}>
              <option value="onet">O*NET</option>
              <option value="esco">ESCO</option>
            </Select>
          </Field>
          <Field label={t('release')} hint={t('releaseHint')} error={fieldError(error, 'release')}>
            <Input maxLength={20} spellCheck={false} value={release} onChange={(event) => setRelease(event.target.value)} />
          </Field>
        </div>
        {file === null ? (
          <FileDrop label={t('releaseFile')} accept=".zip" onFiles={([first]) => setFile(first ?? null)} hint={t('releaseFileHint')} />
        ) : (
          <p className="flex items-center gap-3 rounded-md border border-line px-3.5 py-2">
            <FileArchive aria-hidden className="size-5 shrink-0 text-primary" />
            <span className="min-w-0 grow font-medium wrap-anywhere">{file.name}</span>
            <span className="text-sm whitespace-nowrap text-ink-soft figures">{t('megabytes', { size: f.decimal(file.size / 1e6) })}</span>
            <IconButton size="sm" label={t('otherFile')} disabled={upload.isPending} onClick={() => setFile(null)}>
              <X aria-hidden />
            </IconButton>
          </p>
        )}
        {fileError && (
          <p role="alert" className="text-sm font-medium text-bad">
            {fileError}
          </p>
        )}
        {upload.isPending && <Progress value={upload.share} label={t('sending')} />}
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" busy={upload.isPending} disabled={busy || file === null || tooLarge || release.trim() === ''}>
            {t('import')}
          </Button>
          <Button look="quiet" busy={rebuild.isPending} disabled={busy || upload.isPending} onClick={() => rebuild.mutate()}>
            {t('rebuild')}
          </Button>
        </div>
        <p className="text-sm text-ink-soft">{t('rebuildText')}</p>
      </form>
    </Card>
  );
}
