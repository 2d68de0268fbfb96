// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type FormEvent, useState } from 'react';
import type { Wire } from '@/api/client';
import { sourceNames } from '@/i18n/job-sources';
import { jobTypeNames, jobTypes } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import type { Filters } from './filters';
import { messages } from './messages';
import { useHasResume } from './use-jobs';

interface Props {
  filters: Filters;
  onChange: (next: (now: Filters) => Filters) => void;
}

/// The filters that are always in sight stay as they are.
function kept({ q, sort, saved, remote }: Filters): Filters {
  return { sort, ...(q && { q }), ...(saved && { saved }), ...(remote && { remote }) };
}

/// The filters that are used less often; they hold when asked for.
export function MoreFilters({ filters, onChange }: Props) {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const [form, setForm] = useState({
    type: filters.job_type?.[0] ?? '',
    location: filters.location ?? '',
    company: filters.company ?? '',
    since: filters.posted_since ?? '',
    salary: filters.salary_min === undefined ? '' : String(filters.salary_min),
    fit: filters.min_fit === undefined ? '' : String(filters.min_fit),
    source: filters.source ?? '',
    whose: filters.published === undefined ? 'all' : filters.published ? 'published' : 'own',
  });
  const hasResume = useHasResume();
  const set = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const close = () => document.querySelector<HTMLElement>('[popover]:popover-open')?.hidePopover();

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const salary = Number(form.salary);
    const fit = Math.min(100, Number(form.fit));
    onChange((now) => ({
      ...kept(now),
      ...(form.type && { job_type: [form.type as Wire<'JobType'>] }),
      ...(form.location.trim() && { location: form.location.trim() }),
      ...(form.company.trim() && { company: form.company.trim() }),
      ...(form.since && { posted_since: form.since }),
      ...(salary > 0 && { salary_min: salary }),
      ...(fit > 0 && { min_fit: fit }),
      ...(form.source && { source: form.source }),
      ...(form.whose !== 'all' && { published: form.whose === 'published' }),
    }));
    close();
  };
  return (
    <form onSubmit={submit} className="grid gap-4">
      <Field label={t('type')}>
        <Select value={form.type} onChange={(event) => set({ type: event.target.value as typeof form.type })}>
          <option value="">{t('type.any')}</option>
          {jobTypes.map((type) => (
            <option key={type} value={type}>
              {tType(type)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="grid grid-cols-2 gap-4 *:min-w-0">
        <Field label={t('location')}>
          <Input maxLength={200} value={form.location} onChange={(event) => set({ location: event.target.value })} />
        </Field>
        <Field label={t('company')}>
          <Input maxLength={200} value={form.company} onChange={(event) => set({ company: event.target.value })} />
        </Field>
        <Field label={t('since')}>
          <Input type="date" value={form.since} onChange={(event) => set({ since: event.target.value })} />
        </Field>
        <Field label={t('salaryMin')}>
          <Input inputMode="numeric" pattern="[0-9]*" maxLength={9} value={form.salary} onChange={(event) => set({ salary: event.target.value })} />
        </Field>
      </div>
      {hasResume !== false && (
        <Field label={t('minFit')}>
          <Input type="number" inputMode="numeric" min={1} max={100} value={form.fit} onChange={(event) => set({ fit: event.target.value })} />
        </Field>
      )}
      <Field label={t('source')}>
        <Select value={form.source} onChange={(event) => set({ source: event.target.value })}>
          <option value="">{t('source.any')}</option>
          <option value="manual">{t('source.manual')}</option>
          <option value="page">{t('source.page')}</option>
          {Object.entries(sourceNames).map(([source, name]) => (
            <option key={source} value={source}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('whose')}>
        <Select value={form.whose} onChange={(event) => set({ whose: event.target.value })}>
          {(['all', 'own', 'published'] as const).map((whose) => (
            <option key={whose} value={whose}>
              {t(`whose.${whose}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="flex justify-between gap-2">
        <Button
          size="sm"
          look="quiet"
          onClick={() => {
            onChange(kept);
            close();
          }}
        >
          {t('clearFilters')}
        </Button>
        <Button size="sm" type="submit">
          {t('filters')}
        </Button>
      </div>
    </form>
  );
}
