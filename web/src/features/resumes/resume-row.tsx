// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { FileText, RotateCw } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { get } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Progress } from '@/ui/progress';
import { messages } from './messages';
import { PasteDialog } from './paste-dialog';
import { ResumeMenu } from './resume-menu';
import type { Resume } from './upload';
import { useReadAgain } from './use-resumes';

export function resumeAddress({ id }: { id: string }): string {
  return `/resume?id=${encodeURIComponent(id)}`;
}

/// "331 words · 1 page · added 5 minutes ago"
export function ResumeFacts({ resume }: { resume: Resume }) {
  const t = useMessages(messages);
  const f = useFormat();
  const facts = [
    resume.pages !== null && resume.text_source === 'file' && t('pages', { count: resume.pages }),
    resume.words !== null && t('words', { count: resume.words }),
    t('added', { when: f.ago(resume.created_at) }),
  ];
  return <>{facts.filter(Boolean).join(' · ')}</>;
}

/// A résumé in the list: what became of it, and what can be done.
export function ResumeRow({ resume }: { resume: Resume }) {
  const t = useMessages(messages);
  const { name, state } = resume;
  const { paste, dialog } = usePasteDialog(resume);
  return (
    <Card as="li" className="flex items-start gap-4 py-4">
      <span className="grid size-11 shrink-0 place-items-center rounded-md bg-primary-soft text-primary max-sm:hidden">
        <FileText aria-hidden className="size-5" />
      </span>
      <div className="grid min-w-0 grow gap-1.5">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
          <h2 className="min-w-0 font-sans text-base font-semibold tracking-normal wrap-anywhere">
            <Link href={resumeAddress(resume)} className="hover:underline focus-visible:rounded-sm">
              {name}
            </Link>
          </h2>
          {resume.is_default && <Badge tone="good">{t('isDefault')}</Badge>}
          {resume.text_source === 'pasted' && <Badge>{t('pasted')}</Badge>}
          {state === 'failed' && <Badge tone="bad">{t('failed')}</Badge>}
          {state === 'importing' && <Badge tone="note">{t('importing')}</Badge>}
        </div>
        <p className="text-sm text-ink-soft">
          {resume.skills !== null && (
            <>
              <Link href={resumeAddress(resume)} className="font-semibold text-primary hover:underline">
                {t('skills', { count: resume.skills })}
              </Link>
              {' · '}
            </>
          )}
          <ResumeFacts resume={resume} />
        </p>
        {state === 'importing' && <Reading resume={resume} />}
        {state === 'failed' && <Failure resume={resume} onPaste={paste} />}
      </div>
      <ResumeMenu resume={resume} />
      {dialog}
    </Card>
  );
}

/// How far the run has come that reads it.
export function Reading({ resume }: { resume: Resume }) {
  const t = useMessages(messages);
  const run = useQuery({
    ...get('/api/runs/{run_id}', { params: { path: { run_id: resume.run_id ?? '' } } }),
    enabled: resume.run_id !== null,
    refetchInterval: 1000,
  });
  return (
    <div className="mt-1 grid max-w-md gap-1.5">
      <Progress value={run.data?.progress ?? 0} label={t('readingStep', { name: resume.name })} />
    </div>
  );
}

/// Where the text of a résumé is pasted that cannot be read. It is not part of what says so: that goes away while the
/// file is read again, and what was written must not go with it.
export function usePasteDialog(resume: Resume): { paste: () => void; dialog: ReactNode } {
  const [pasting, setPasting] = useState(false);
  return {
    paste: () => setPasting(true),
    dialog: pasting && <PasteDialog resume={resume} onClose={() => setPasting(false)} />,
  };
}

/// Why it could not be read, and the two ways on.
export function Failure({ resume, onPaste }: { resume: Resume; onPaste: () => void }) {
  const t = useMessages(messages);
  const said = useSaid();
  const again = useReadAgain();
  return (
    <div className="mt-1 grid gap-3">
      <p className="wrap-anywhere" {...said(resume.reason)} />
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={onPaste}>
          {t('pasteFor')}
        </Button>
        {resume.can_retry && (
          <Button size="sm" look="secondary" busy={again.isPending} onClick={() => again.mutate(resume)}>
            <RotateCw aria-hidden />
            {t('readAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
