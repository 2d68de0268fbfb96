// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { fieldError } from '@/api/error';
import { jobTypeNames, jobTypes } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { Checkbox } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { type JobFields, periods } from './job-fields';
import { messages } from './messages';

interface Props {
  form: JobFields;
  set: (part: Partial<JobFields>) => void;
  error: unknown;
}

/// What an ad's text need not say.
export function JobDetails({ form, set, error }: Props) {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const text = (name: 'company' | 'location' | 'url' | 'low' | 'high' | 'currency', maxLength: number) => ({
    maxLength,
    value: form[name],
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });
  return (
    <div className="grid gap-5 border-t border-line p-4 sm:grid-cols-2">
      <Field label={t('company')} error={fieldError(error, 'company')}>
        <Input {...text('company', 200)} />
      </Field>
      <Field label={t('location')} error={fieldError(error, 'location')}>
        <Input {...text('location', 200)} />
      </Field>
      <Field label={t('type')} error={fieldError(error, 'job_type')}>
        <Select value={form.job_type} onChange={(event) => set({ job_type: event.target.value as JobFields['job_type'] })}>
          <option value="">{t('noType')}</option>
          {jobTypes.map((type) => (
            <option key={type} value={type}>
              {tType(type)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('fieldPosted')} error={fieldError(error, 'posted_on')}>
        <Input type="date" value={form.posted_on} onChange={(event) => set({ posted_on: event.target.value })} />
      </Field>
      <div className="sm:col-span-2">
        <Field label={t('fieldUrl')} error={fieldError(error, 'url')}>
          <Input type="url" inputMode="url" placeholder="https://" {...text('url', 2000)} />
        </Field>
      </div>
      <fieldset className="sm:col-span-2">
        <legend className="mb-1.5 text-sm font-semibold">{t('salary')}</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
          <Field label={t('salaryLow')} error={fieldError(error, 'salary.min')}>
            <Input inputMode="decimal" {...text('low', 12)} />
          </Field>
          <Field label={t('salaryHigh')} error={fieldError(error, 'salary.max')}>
            <Input inputMode="decimal" {...text('high', 12)} />
          </Field>
          <Field label={t('currency')} error={fieldError(error, 'salary.currency')}>
            <Input {...text('currency', 3)} />
          </Field>
          <Field label={t('period')} error={fieldError(error, 'salary.period')}>
            <Select value={form.period} onChange={(event) => set({ period: event.target.value as JobFields['period'] })}>
              <option value="">{t('periodUnknown')}</option>
              {periods.map((period) => (
                <option key={period} value={period}>
                  {t(`period.${period}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
      </fieldset>
      <div className="sm:col-span-2">
        <Checkbox checked={form.remote} onChange={(event) => set({ remote: event.target.checked })}>
          {t('fieldRemote')}
        </Checkbox>
      </div>
    </div>
  );
}
