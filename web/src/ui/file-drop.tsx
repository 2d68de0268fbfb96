// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Upload } from 'lucide-react';
import { type DragEvent, type ReactNode, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { cx } from './cx';
import { messages } from './messages';

interface Props {
  /// Names the field.
  label: string;
  /// Which files: ".pdf,.docx".
  accept: string;
  multiple?: boolean;
  onFiles: (files: readonly File[]) => void;
  /// What may be dropped, and how large.
  hint: ReactNode;
  /// One row: for a page whose first thing it is no longer.
  compact?: boolean;
}

export function FileDrop({ label, accept, multiple, onFiles, hint, compact }: Props) {
  const t = useMessages(messages);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) onFiles(multiple ? files : files.slice(0, 1));
  };
  return (
    // Dropping is one of two ways; the keyboard's is the input inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <label
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        'rounded-xl border-2 border-dashed px-6 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-primary',
        compact ? 'flex flex-wrap items-center gap-x-3 gap-y-1 py-4' : 'grid justify-items-center gap-2 py-10 text-center',
        over ? 'border-primary bg-primary-soft' : 'border-line-strong/60 bg-card hover:border-primary',
      )}
    >
      <input
        type="file"
        aria-label={label}
        accept={accept}
        multiple={multiple}
        className="sr-only"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <Upload aria-hidden className={cx('text-primary', compact ? 'size-5' : 'size-7')} />
      <span className="font-medium">
        {t('dropFile')} <span className="text-primary underline underline-offset-4">{t('chooseFile')}</span>
      </span>
      <span className="text-sm text-ink-soft">{hint}</span>
    </label>
  );
}
