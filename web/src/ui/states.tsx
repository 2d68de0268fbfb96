// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type LucideIcon, RotateCw, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Button } from './button';
import { messages } from './messages';

interface EmptyProps {
  icon: LucideIcon;
  title: string;
  /// What it is good for, and what to do.
  children: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className="grid justify-items-center gap-3 rounded-xl border border-dashed border-line-strong/50 px-6 py-14 text-center">
      <span className="grid size-14 place-items-center rounded-full bg-primary-soft text-primary">
        <Icon aria-hidden className="size-6" />
      </span>
      <h2 className="text-xl">{title}</h2>
      <div className="max-w-md text-ink-soft">{children}</div>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}

/// What is shown in place of something that could not be read.
export function ErrorState({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(messages);
  const known = error instanceof ApiError ? error : null;
  return (
    <div role="alert" className="grid justify-items-center gap-3 rounded-xl border border-bad/30 bg-bad-soft/50 px-6 py-10 text-center">
      <TriangleAlert aria-hidden className="size-7 text-bad" />
      <h2 className="text-xl">{t('failed')}</h2>
      <p className="max-w-md text-ink-soft first-letter:uppercase">{known?.code === 'offline' ? t('offline') : known?.message}</p>
      {known?.requestId && <p className="text-xs text-ink-soft">{t('reference', { id: known.requestId })}</p>}
      {onRetry && (
        <Button look="secondary" onClick={onRetry}>
          <RotateCw aria-hidden />
          {t('retry')}
        </Button>
      )}
    </div>
  );
}
