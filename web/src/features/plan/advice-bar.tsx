// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Sparkles } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { RunProgress } from '@/ui/run-progress';
import { SegmentedControl } from '@/ui/segmented';
import { messages } from './messages';
import { useAdvice, useModel } from './use-advice';
import type { Item, Order } from './use-plan';

interface Props {
  report: string;
  items: readonly Item[];
  order: Order;
  onOrder: (order: Order) => void;
}

/// Asks the language model for its order and words, and chooses between its order and ours. Nothing where there is
/// neither a model nor an answer of one.
export function AdviceBar({ report, items, order, onOrder }: Props) {
  const t = useMessages(messages);
  const model = useModel();
  const { start, working, progress, step, error, cancel } = useAdvice(report);
  const advised = items.find((item) => item.source === 'corpus' && item.model_position !== null)?.model;
  const asks = model !== undefined && model.model !== advised;
  if (!asks && !advised && !working && !error) return null;
  const ask = () => {
    onOrder('model');
    start();
  };
  return (
    <div className="grid gap-3 border-b border-line px-5 py-4">
      {working ? (
        <RunProgress
          value={progress}
          text={step}
          stopping={cancel?.asked ?? false}
          busy={cancel?.busy ?? true}
          onCancel={() => cancel?.run()}
        />
      ) : (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          {advised && (
            <SegmentedControl
              label={t('order')}
              value={order}
              onChange={onOrder}
              segments={[
                { value: 'ours', label: t('order.ours') },
                { value: 'model', label: t('order.model') },
              ]}
            />
          )}
          {asks && (
            <Button look="secondary" size="sm" className="max-w-full whitespace-normal" onClick={ask}>
              <Sparkles aria-hidden />
              {t('askModel')}
            </Button>
          )}
          <p aria-live="polite" className="min-w-48 flex-1 text-sm text-ink-soft">
            {advised ? t('advisedBy', { model: advised }) : t('askModelHint', { host: model?.host ?? '' })}
          </p>
        </div>
      )}
      {error && !working && (
        <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad wrap-anywhere">
          {t('adviceFailed', { reason: error.message })}
        </p>
      )}
    </div>
  );
}
