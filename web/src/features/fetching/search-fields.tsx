// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useId } from 'react';
import { type JobSource, sourceNames } from '@/i18n/job-sources';
import { type JobType, jobTypeNames, jobTypes } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input, Textarea } from '@/ui/input';
import { messages } from './messages';
import { type FetchForm, type Missing, refusalOf } from './request';
import { needsKey, openBoards } from './sources';

export interface Props {
  form: FetchForm;
  set: (part: Partial<FetchForm>) => void;
  missing: Missing | null;
  error: unknown;
}

/// Words and places; of open boards also which are asked.
export function SearchFields({ form, set, missing, error, employers }: Props & { employers: boolean }) {
  const t = useMessages(messages);
  const wrong = missing === 'keywords' ? t('keywordsMissing') : refusalOf(error, 'keywords');
  return (
    <>
      <Field label={t(employers ? 'keywordsOnly' : 'keywords')} hint={t('keywordsHint')} optional={employers} error={wrong}>
        <Input maxLength={2000} value={form.keywords} onChange={(event) => set({ keywords: event.target.value })} />
      </Field>
      <Field label={t('locations')} hint={t('locationsHint')} optional error={refusalOf(error, 'locations')}>
        <Input maxLength={2000} value={form.locations} onChange={(event) => set({ locations: event.target.value })} />
      </Field>
      <TypeChoice form={form} set={set} />
      {!employers && <BoardChoice form={form} set={set} missing={missing} error={error} />}
    </>
  );
}

function TypeChoice({ form, set }: Pick<Props, 'form' | 'set'>) {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const id = useId();
  const toggle = (type: JobType) => set({ types: jobTypes.filter((one) => (one === type) !== form.types.includes(one)) });
  return (
    <fieldset aria-describedby={id} className="grid gap-1.5">
      <legend className="mb-1.5 flex items-baseline gap-2 text-sm font-semibold">
        {t('types')}
        <span className="text-xs font-normal text-ink-faint">{t('optional')}</span>
      </legend>
      <div className="flex flex-wrap gap-2">
        {jobTypes.map((type) => (
          <Chip key={type} pressed={form.types.includes(type)} onClick={() => toggle(type)}>
            {tType(type)}
          </Chip>
        ))}
      </div>
      <p id={id} className="text-sm text-ink-soft">
        {t('typesHint')}
      </p>
    </fieldset>
  );
}

function BoardChoice({ form, set, missing }: Props) {
  const t = useMessages(messages);
  const id = useId();
  const wrong = missing === 'sources';
  const toggle = (source: JobSource, on: boolean) =>
    set({ sources: openBoards.filter((one) => (one === source ? on : form.sources.includes(one))) });
  return (
    <fieldset aria-describedby={wrong ? id : undefined} className="grid gap-2.5">
      <legend className="mb-2.5 text-sm font-semibold">{t('sources')}</legend>
      <div className="grid gap-x-4 gap-y-2.5 sm:grid-cols-2">
        {openBoards.map((source) => (
          <Checkbox key={source} checked={form.sources.includes(source)} onChange={(event) => toggle(source, event.target.checked)}>
            {sourceNames[source]}
            {needsKey.includes(source) && <span className="block text-sm text-ink-soft">{t('needsKey')}</span>}
          </Checkbox>
        ))}
      </div>
      {wrong && (
        <p id={id} className="text-sm font-medium text-bad">
          {t('sourcesMissing')}
        </p>
      )}
    </fieldset>
  );
}

/// Pages of single ads.
export function AddressField({ form, set, missing, error }: Props) {
  const t = useMessages(messages);
  return (
    <Field label={t('urls')} hint={t('urlsHint')} error={missing === 'urls' ? t('urlsMissing') : refusalOf(error, 'urls')}>
      <Textarea
        rows={4}
        inputMode="url"
        spellCheck={false}
        autoCapitalize="off"
        maxLength={40_000}
        placeholder="https://"
        value={form.urls}
        onChange={(event) => set({ urls: event.target.value })}
      />
    </Field>
  );
}
