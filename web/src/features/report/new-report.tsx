// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { get } from '@/api/client';
import { fieldError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Field } from '@/ui/field';
import { FormDialog } from '@/ui/form-dialog';
import { Select } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { addressOf } from './use-report';
import { useMakeReport } from './use-reports';

/// What comes after the dialog has opened takes the focus from the cross that closes it.
const focus = (field: HTMLSelectElement | null) => field?.focus();

/// Holds a résumé against a job that the person has.
export function NewReport({ onClose }: { onClose: () => void }) {
  const t = useMessages(messages);
  const router = useRouter();
  const resumes = useQuery(get('/api/backend/resumes'));
  const jobs = useQuery(get('/api/jobs', { params: { query: { limit: 100 } } }));
  const [resume, setResume] = useState('');
  const [job, setJob] = useState('');
  const make = useMakeReport();

  const ready = (resumes.data?.items ?? []).filter(({ state }) => state === 'ready');
  const known = jobs.data?.items ?? [];
  const resume_id = resume || (ready.find(({ is_default }) => is_default) ?? ready[0])?.id;
  const job_id = job || known[0]?.id;
  const submit = () => {
    if (!resume_id || !job_id) return;
    make.mutate({ resume_id, job_id }, { onSuccess: ({ gap_report_id }) => router.replace(addressOf(gap_report_id)) });
  };
  const loading = resumes.isPending || jobs.isPending;
  const lacking = !loading && (ready.length === 0 || known.length === 0);

  return (
    <FormDialog
      title={t('newReport')}
      submit={t('makeReport')}
      busy={make.isPending}
      ready={!loading && !lacking}
      problem={make.error?.message}
      onSubmit={submit}
      onClose={onClose}
    >
      {loading && <Skeleton className="h-40" />}
      {lacking && <p className="text-ink-soft">{ready.length === 0 ? t('needResume') : t('needJob')}</p>}
      {!loading && !lacking && (
        <>
          <Field label={t('whichResume')} error={fieldError(make.error, 'resume_id')}>
            <Select ref={focus} value={resume_id ?? ''} onChange={(event) => setResume(event.target.value)}>
              {ready.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t('whichJob')} error={fieldError(make.error, 'job_id')}>
            <Select value={job_id ?? ''} onChange={(event) => setJob(event.target.value)}>
              {known.map(({ id, title, company }) => (
                <option key={id} value={id}>
                  {[title, company].filter(Boolean).join(' · ')}
                </option>
              ))}
            </Select>
          </Field>
        </>
      )}
    </FormDialog>
  );
}
