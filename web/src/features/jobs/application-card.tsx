// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { get } from '@/api/client';
import { today, useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button, IconButton } from '@/ui/button';
import { Card, CardHeader } from '@/ui/card';
import { Input, Select } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { messages } from './messages';
import { StageBadge } from './stage-badge';
import { type Job, type Stage, stages, useMove, useTakeStepBack } from './use-jobs';

/// How far the application has come: its steps with their days, and the next one.
export function ApplicationCard({ job }: { job: Job }) {
  const t = useMessages(messages);
  return (
    <Card className="flex flex-col md:max-xl:col-span-2">
      <CardHeader title={t('application')}>{job.stage && <StageBadge stage={job.stage} />}</CardHeader>
      {job.saved ? <Steps job={job} /> : <p className="text-ink-soft">{t('notSaved')}</p>}
    </Card>
  );
}

function Steps({ job }: { job: Job }) {
  const t = useMessages(messages);
  const f = useFormat();
  const [adding, setAdding] = useState(false);
  const steps = useQuery(get('/api/job-collections/{job_id}/stages', { params: { path: { job_id: job.id } } }));
  const takeBack = useTakeStepBack(job.id);
  if (steps.isPending) return <Skeleton className="h-20 w-full" />;
  const items = steps.data?.items ?? [];
  return (
    <>
      <ol aria-label={t('steps')} className="grid max-h-44 grow content-start overflow-y-auto">
        {items.map((step) => (
          <li key={step.id} className="relative flex min-h-8 items-center gap-3 pl-5 text-sm before:absolute before:left-1 before:size-2 before:rounded-full before:bg-held">
            <span className="font-medium">{t(`stage.${step.stage}`)}</span>
            <time dateTime={step.day} className="text-ink-soft">
              {f.day(step.day)}
            </time>
            {items.length > 1 && (
              <IconButton
                size="sm"
                className="ml-auto"
                label={t('takeStepBack', { stage: t(`stage.${step.stage}`), day: f.day(step.day) })}
                disabled={takeBack.isPending}
                onClick={() => takeBack.mutate(step.id)}
              >
                <X aria-hidden />
              </IconButton>
            )}
          </li>
        ))}
      </ol>
      {adding ? (
        <NewStep job={job} onClose={() => setAdding(false)} />
      ) : (
        <div className="mt-4">
          <Button size="sm" look="secondary" onClick={() => setAdding(true)}>
            <Plus aria-hidden />
            {t('recordStep')}
          </Button>
        </div>
      )}
    </>
  );
}

function NewStep({ job, onClose }: { job: Job; onClose: () => void }) {
  const t = useMessages(messages);
  const f = useFormat();
  const move = useMove();
  const at = stages.indexOf(job.stage ?? 'saved');
  const [stage, setStage] = useState<Stage>(stages[at + 1] ?? 'applied');
  const [day, setDay] = useState(() => today(f.timeZone));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    move.mutate({ id: job.id, title: job.title, stage, day: day || null });
    onClose();
  };
  return (
    <form onSubmit={submit} className="mt-3 flex flex-wrap gap-2">
      <Select aria-label={t('stepStage')} className="min-w-36 flex-1" value={stage} onChange={(event) => setStage(event.target.value as Stage)}>
        {stages.map((one) => (
          <option key={one} value={one}>
            {t(`stage.${one}`)}
          </option>
        ))}
      </Select>
      <Input type="date" aria-label={t('stepDay')} className="min-w-36 flex-1" value={day} onChange={(event) => setDay(event.target.value)} />
      <div className="flex gap-2">
        <Button type="submit">{t('record')}</Button>
        <Button look="quiet" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
