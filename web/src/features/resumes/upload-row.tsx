// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { FileUp, TriangleAlert, X } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Card } from '@/ui/card';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import { useSize } from './use-size';
import type { Upload } from './use-uploads';

/// A file on its way, or why it was not taken.
export function UploadRow({ upload, onDismiss }: { upload: Upload; onDismiss: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const size = useSize();
  const { name, bytes, share, problem, stop } = upload;
  if (problem) {
    return (
      <Card as="li" tone="bad" className="flex items-center gap-4 py-3.5">
        <TriangleAlert aria-hidden className="size-5 shrink-0 text-bad" />
        <p role="alert" className="min-w-0 grow wrap-anywhere">
          {problem}
        </p>
        <IconButton label={t('dismiss', { name })} size="sm" onClick={onDismiss}>
          <X aria-hidden />
        </IconButton>
      </Card>
    );
  }
  return (
    <Card as="li" className="flex items-center gap-4 py-3.5">
      <FileUp aria-hidden className="size-5 shrink-0 text-primary" />
      <div className="grid min-w-0 grow gap-1.5">
        <p className="flex items-baseline justify-between gap-4">
          <span className="truncate font-medium">{t('uploading', { name })}</span>
          <span className="shrink-0 text-sm text-ink-soft figures">{t('uploaded', { share: f.percent(share), size: size(bytes) })}</span>
        </p>
        <Progress value={share} label={t('uploading', { name })} />
      </div>
      <IconButton label={t('stop', { name })} size="sm" onClick={stop}>
        <X aria-hidden />
      </IconButton>
    </Card>
  );
}
