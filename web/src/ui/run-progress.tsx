// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { X } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Button } from './button';
import { messages } from './messages';
import { Progress } from './progress';

interface Props {
  /// 0–1.
  value: number;
  /// What it is doing.
  text: string;
  /// Asked to end, and not there yet.
  stopping: boolean;
  busy: boolean;
  onCancel: () => void;
}

/// How far a piece of background work is, and the way to end it.
export function RunProgress({ value, text, stopping, busy, onCancel }: Props) {
  const t = useMessages(messages);
  const said = stopping ? t('stopping') : text;
  return (
    <div className="flex items-center gap-4">
      <div className="grid min-w-0 grow gap-1.5">
        <Progress value={value} label={said} />
        <span className="text-sm text-ink-soft">{said}</span>
      </div>
      <Button size="sm" look="secondary" busy={busy} disabled={stopping} onClick={onCancel}>
        <X aria-hidden />
        {t('cancel')}
      </Button>
    </div>
  );
}
