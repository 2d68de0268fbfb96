// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import Link from 'next/link';
import { useState } from 'react';
import { ApiError, fieldError, isConflict, plainMessage } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { jobTypeNames, jobTypes } from '@/i18n/job-types';
import { useMessages } from '@/i18n/messages';
import { Clashes } from '@/ui/clashes';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Input, Textarea } from '@/ui/input';
import { Summary } from '@/ui/summary';
import { type Clash, useDraft } from '@/ui/use-draft';
import { JobDetails } from './job-details';
import { fieldsOf, type JobFields, periods, wireOf } from './job-fields';
import { messages } from './messages';
import { type Job, useKeepJob } from './use-jobs';

interface Props {
  /// Null: a new one.
  job: Job | null;
  onKept: (job: Job) => void;
  onClose: () => void;
}

const fieldNames = {
  title: 'fieldTitle',
  description: 'fieldText',
  company: 'company',
  location: 'location',
  remote: 'fieldRemote',
  job_type: 'type',
  url: 'fieldUrl',
  posted_on: 'fieldPosted',
  low: 'salaryFromLabel',
  high: 'salaryToLabel',
  currency: 'currency',
  period: 'period',
} as const;

/// How a value of a field reads.
function useShown(): (clash: Clash<JobFields>) => string {
  const t = useMessages(messages);
  const tType = useMessages(jobTypeNames);
  const f = useFormat();
  return ({ field, theirs }) => {
    if (typeof theirs === 'boolean') return t(theirs ? 'yes' : 'no');
    const type = jobTypes.find((known) => known === theirs);
    const period = periods.find((known) => known === theirs);
    if (field === 'job_type') return type ? tType(type) : '';
    if (field === 'period') return period ? t(`period.${period}`) : '';
    return field === 'posted_on' && theirs ? f.day(theirs) : theirs;
  };
}

/// Adds a job by its pasted text (all else may stay empty), or changes one.
export function JobDialog({ job, onKept, onClose }: Props) {
  const t = useMessages(messages);
  const show = useShown();
  const keep = useKeepJob();
  const stale = isConflict(keep.error);
  const { base, form, set, clashes, take } = useDraft(job, fieldsOf, stale);
  const [tried, setTried] = useState(false);
  const nothing = form.title.trim() === '' && form.description.trim() === '' ? t('nothingGiven') : undefined;
  const known = keep.error instanceof ApiError && Object.keys(keep.error.fields).length > 0;

  const submit = () => {
    setTried(true);
    if (nothing) return;
    keep.mutate({ job: base, body: wireOf(form) }, { onSuccess: (kept) => (job ? onClose() : onKept(kept)) });
  };
  return (
    <FormDialog
      shape="wide"
      title={t(job ? 'editTitle' : 'addTitle')}
      submit={t(job ? 'keep' : 'addNow')}
      busy={keep.isPending}
      problem={stale ? undefined : plainMessage(keep.error)}
      onSubmit={submit}
      onClose={onClose}
    >
      {stale && <Clashes clashes={clashes} nameOf={(field) => t(fieldNames[field])} show={show} onTake={take} />}
      <Field label={t('fieldText')} hint={t('fieldTextHint')} error={(tried ? nothing : undefined) ?? fieldError(keep.error, 'description')}>
        <Textarea
          data-autofocus
          rows={job ? 8 : 11}
          maxLength={100_000}
          value={form.description}
          onChange={(event) => set({ description: event.target.value })}
        />
      </Field>
      {!job && (
        <p className="-mt-2 text-sm">
          <Link href="/fetch?way=addresses" className="font-medium text-primary underline underline-offset-4">
            {t('byAddress')}
          </Link>
        </p>
      )}
      <Field label={t('fieldTitle')} hint={t('fieldTitleHint')} optional error={fieldError(keep.error, 'title')}>
        <Input maxLength={200} value={form.title} onChange={(event) => set({ title: event.target.value })} />
      </Field>
      <details open={job !== null || known} className="group rounded-md border border-line">
        <Summary className="rounded-md text-primary px-4 py-3 hover:bg-well/60">{t('details')}</Summary>
        <JobDetails form={form} set={set} error={keep.error} />
      </details>
    </FormDialog>
  );
}
