// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { BookOpen, CalendarCheck, FileText, GraduationCap, Hammer, type LucideIcon, Video } from 'lucide-react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Checkbox } from '@/ui/checkbox';
import { cx } from '@/ui/cx';
import { LevelBar } from '@/ui/level-bar';
import { ItemAddress } from './item-address';
import { messages } from './messages';
import { ModelPart } from './model-part';
import type { Item } from './use-plan';

const icons: Readonly<Record<Item['kind'], LucideIcon>> = {
  course: GraduationCap,
  book: BookOpen,
  documentation: FileText,
  exercise: Hammer,
  video: Video,
};

interface Props {
  item: Item;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/// Something one could learn: what it costs, what it brings, and why; beside that, what a model says of it.
export function ItemRow({ item, chosen, onChoose }: Props) {
  const t = useMessages(messages);
  const said = useSaid();
  const f = useFormat();
  const Icon = icons[item.kind];
  const planned = item.task_id !== null;
  const proposed = item.source === 'model';
  return (
    <li
      className={cx(
        'grid grid-cols-[auto_minmax(0,1fr)] gap-x-3.5 gap-y-3 border-b border-line px-5 py-4 transition-colors last:border-0 sm:grid-cols-[auto_minmax(0,1fr)_9.5rem]',
        chosen && 'bg-primary-soft/40',
      )}
    >
      <span className="pt-0.5">
        {planned ? (
          <CalendarCheck aria-hidden className="size-5 text-good" />
        ) : (
          <Checkbox bare checked={chosen} onChange={(event) => onChoose(event.target.checked)}>
            {t('choose', { title: item.title })}
          </Checkbox>
        )}
      </span>
      <div className="min-w-0">
        <h2 lang={proposed ? undefined : 'en'} className="font-sans text-base leading-snug font-semibold tracking-normal wrap-anywhere">{item.title}</h2>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
          <span className="inline-flex items-center gap-1.5">
            <Icon aria-hidden className="size-4" />
            {t(`kind.${item.kind}`)}
          </span>
          <ItemAddress item={item} />
          {proposed && <Badge tone="note">{t('proposedBy', { model: item.model ?? '' })}</Badge>}
          {planned && <Badge tone="good">{t('planned')}</Badge>}
        </p>
        <p className="mt-2 text-sm text-ink-soft" {...said(item.reason)} />
        <ModelPart item={item} />
      </div>
      <dl className="col-start-2 grid grid-cols-[auto_1fr] content-start gap-x-6 gap-y-2 text-sm sm:col-start-3 sm:grid-cols-2 sm:gap-x-3">
        <div>
          <dt className="text-xs text-ink-soft">{t(proposed ? 'gainEstimated' : 'gain')}</dt>
          <dd className="text-base font-semibold text-primary figures">+{f.decimal(item.gain)}</dd>
        </div>
        <div className="sm:text-right">
          <dt className="text-xs text-ink-soft">{t(proposed ? 'effortSaid' : 'effort')}</dt>
          <dd className="text-base font-semibold figures">{t('hours', { hours: f.decimal(item.hours) })}</dd>
        </div>
        <div className="col-span-2">
          <dt className="sr-only">{t('levels', { skill: item.skill.name })}</dt>
          <dd className="grid gap-1">
            <LevelBar held={item.from_level} needed={item.to_level} className="max-sm:hidden" />
            <span className="text-xs text-ink-soft wrap-anywhere">
              <span lang="en">{item.skill.name}</span>{' '}
              <span className="whitespace-nowrap figures">
                {f.decimal(item.from_level)} → {f.decimal(item.to_level)}
              </span>
            </span>
          </dd>
        </div>
      </dl>
    </li>
  );
}
