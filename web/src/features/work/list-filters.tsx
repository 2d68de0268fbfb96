// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { SearchInput } from '@/ui/search-input';
import { SegmentedControl } from '@/ui/segmented';
import { Summary } from '@/ui/summary';
import { messages } from './messages';
import { type Filters, type Goal, priorities } from './use-tasks';

interface Props {
  filters: Omit<Filters, 'goal'>;
  onChange: (part: Partial<Filters>) => void;
  goal: string;
  goals: readonly Goal[];
  onGoal: (goal: string) => void;
}

export function ListFilters({ filters, onChange, goal, goals, onGoal }: Props) {
  const t = useMessages(messages);
  return (
    <search className="mb-4 grid grid-cols-1 gap-3">
      <div className="flex flex-wrap items-center gap-2.5">
        <span className="min-w-0 flex-1 basis-52">
          <SearchInput label={t('search')} value={filters.q} onChange={(q) => onChange({ q })} />
        </span>
        <SegmentedControl
          label={t('which')}
          value={filters.which}
          onChange={(which) => onChange({ which })}
          segments={[
            { value: 'open', label: t('open') },
            { value: 'done', label: t('done') },
            { value: 'all', label: t('all') },
          ]}
        />
      </div>
      <details className="group">
        <Summary className="text-sm text-primary">{t('moreFilters')}</Summary>
        <div className="mt-3 grid grid-cols-1 gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Field label={t('goal')}>
            <Select value={goal} onChange={(event) => onGoal(event.target.value)}>
              <option value="">{t('anyGoal')}</option>
              {goals.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.title}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('priority')}>
            <Select
              value={filters.priority}
              onChange={(event) => onChange({ priority: priorities.find((one) => one === event.target.value) ?? '' })}
            >
              <option value="">{t('anyPriority')}</option>
              {priorities.map((one) => (
                <option key={one} value={one}>
                  {t(`priority.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('from')}>
            <Input type="date" max={filters.to || undefined} value={filters.from} onChange={(event) => onChange({ from: event.target.value })} />
          </Field>
          <Field label={t('to')}>
            <Input type="date" min={filters.from || undefined} value={filters.to} onChange={(event) => onChange({ to: event.target.value })} />
          </Field>
        </div>
      </details>
    </search>
  );
}
