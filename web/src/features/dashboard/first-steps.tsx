// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CircleCheck, Circle } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { pages } from '@/shell/pages';
import { ButtonLink } from '@/ui/button';
import { Card } from '@/ui/card';
import { cx } from '@/ui/cx';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import type { Steps } from './use-dashboard';

const order = ['resume', 'job', 'report', 'plan'] as const;
const address = { resume: '/resumes', job: '/jobs', report: '/reports?new', plan: '/plan' } as const;

function known(step: (typeof order)[number]): string | undefined {
  const [path] = address[step].split('?');
  return pages.some((page) => page.path === path) ? address[step] : undefined;
}

/// From nothing to a plan in four steps; the next one can be taken from here.
export function FirstSteps({ steps }: { steps: Steps }) {
  const t = useMessages(messages);
  const next = order.find((step) => !steps[step]);
  const done = order.filter((step) => steps[step]).length;
  return (
    <Card className="p-6 sm:p-7">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <div>
          <h2 className="text-xl">{t('firstTitle')}</h2>
          <p className="mt-1 text-ink-soft">{t('firstLead')}</p>
        </div>
        <div className="w-full sm:w-40">
          <p className="mb-1 text-sm sm:text-right text-ink-soft figures">{t('stepsDone', { done, all: order.length })}</p>
          <Progress value={done / order.length} label={t('firstTitle')} />
        </div>
      </div>
      <ol className="mt-5 grid gap-3 md:grid-cols-2 xl:grid-cols-4">
        {order.map((step, i) => {
          const to = known(step);
          return (
            <li
              key={step}
              aria-current={step === next ? 'step' : undefined}
              className={cx('flex flex-col rounded-lg border p-4', steps[step] && 'max-md:py-2.5', step === next ? 'border-primary bg-primary-soft/50' : 'border-line')}
            >
              <p className="flex items-center gap-2 font-semibold">
                {steps[step] ? (
                  <CircleCheck role="img" aria-label={t('stepDone')} className="size-5 shrink-0 text-good" />
                ) : (
                  <Circle aria-hidden className="size-5 shrink-0 text-ink-faint" />
                )}
                {i + 1}. {t(`step.${step}`)}
              </p>
              <p className={cx('mt-1 text-sm text-ink-soft', step === next && 'mb-3', steps[step] && 'max-md:hidden')}>{t(`stepText.${step}`)}</p>
              {step === next && to && (
                <ButtonLink href={to} size="sm" className="mt-auto self-start">
                  {t(`stepAction.${step}`)}
                </ButtonLink>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
