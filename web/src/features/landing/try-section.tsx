// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { get, type Wire } from '@/api/client';
import { ApiError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Field } from '@/ui/field';
import { Textarea } from '@/ui/input';
import { SegmentedControl } from '@/ui/segmented';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { TryReport } from './try-report';
import { useTrial } from './use-trial';

const shortest = 20;
const longest = 60_000;

function OwnTexts({ onCompare, busy }: { onCompare: (texts: Wire<'TryRequest'>) => void; busy: boolean }) {
  const t = useMessages(messages);
  const [resume, setResume] = useState('');
  const [job, setJob] = useState('');
  const [tried, setTried] = useState(false);
  const wrong = (text: string) => (tried && text.trim().length < shortest ? t('tooShort') : undefined);
  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (resume.trim().length >= shortest && job.trim().length >= shortest)
          onCompare({ resume_text: resume, job_text: job });
      }}
    >
      <div className="grid gap-5 md:grid-cols-2">
        <Field label={t('resumeText')} error={wrong(resume)}>
          <Textarea rows={9} maxLength={longest} value={resume} onChange={(e) => setResume(e.target.value)} />
        </Field>
        <Field label={t('jobText')} error={wrong(job)}>
          <Textarea rows={9} maxLength={longest} value={job} onChange={(e) => setJob(e.target.value)} />
        </Field>
      </div>
      <Button type="submit" busy={busy} className="justify-self-start">
        {t('compare')}
        <ArrowRight aria-hidden />
      </Button>
    </form>
  );
}

export function TrySection() {
  const t = useMessages(messages);
  const about = useQuery({ ...get('/api/about'), staleTime: Infinity });
  const [source, setSource] = useState<'samples' | 'own'>('samples');
  const [chosen, setChosen] = useState<Wire<'SampleName'> | null>(null);
  const trial = useTrial();
  const limited = trial.error instanceof ApiError && trial.error.status === 429;

  return (
    <section id="try" className="scroll-mt-6 border-y border-line bg-well/60">
      <div className="mx-auto grid max-w-6xl gap-6 px-4 py-14 sm:px-8">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h2 className="text-2xl">{t('tryTitle')}</h2>
            <p className="mt-1 text-ink-soft">{t('tryLead')}</p>
          </div>
          <SegmentedControl
            label={t('source')}
            value={source}
            onChange={setSource}
            segments={[
              { value: 'samples', label: t('samples') },
              { value: 'own', label: t('own') },
            ]}
          />
        </div>
        {source === 'samples' ? (
          <div className="flex min-h-8 flex-wrap gap-2">
            {about.data?.samples.map((name) => (
              <Chip
                key={name}
                pressed={chosen === name}
                onClick={() => {
                  setChosen(name);
                  trial.mutate({ resume_sample: name, job_sample: name });
                }}
              >
                {t(`sample.${name}`)}
              </Chip>
            ))}
          </div>
        ) : (
          <OwnTexts busy={trial.isPending} onCompare={(texts) => trial.mutate(texts)} />
        )}
        <div aria-live="polite">
          {trial.isPending && (
            <div role="status" aria-label={t('working')}>
              <Skeleton className="h-80 w-full rounded-xl" />
            </div>
          )}
          {trial.isError && (
            <p role="alert" className="rounded-md bg-bad-soft px-4 py-3 font-medium text-bad">
              {limited ? t('tooMany') : trial.error.message}
            </p>
          )}
          {trial.isSuccess && <TryReport key={trial.submittedAt} trial={trial.data} />}
        </div>
      </div>
    </section>
  );
}
