// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Compass, ExternalLink } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useCommand } from '@/shell/commands';
import { Button } from '@/ui/button';
import { messages } from './messages';
import type { Content, Report } from './use-report';

const ChooseOccupation = dynamic(() => import('./choose-occupation').then((m) => m.ChooseOccupation), { ssr: false });

interface Props {
  report: Report;
  content: Content;
}

/// As which occupation the job was read, how sure that is, and how to change it.
export function Occupation({ report, content }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const [open, setOpen] = useState(false);
  const { occupation } = content;
  useCommand(t('changeOccupation'), () => setOpen(true));
  return (
    <div className="flex flex-col items-start gap-1 border-line bg-well/50 p-5 max-lg:border-t sm:p-7 lg:border-l">
      <p className="flex items-center gap-2 text-sm text-ink-soft">
        <Compass aria-hidden className="size-4" /> {t('readAs')}
      </p>
      {occupation ? (
        <>
          <p className="text-lg font-semibold">
            {occupation.link ? (
              <a href={occupation.link} target="_blank" rel="noreferrer" className="underline decoration-line-strong underline-offset-4 hover:decoration-primary">
                <span lang="en">{occupation.name}</span> <ExternalLink role="img" aria-label={t('newWindow')} className="inline size-3.5 align-baseline" />
              </a>
            ) : (
              <span lang="en">{occupation.name}</span>
            )}
          </p>
          <p className="text-sm text-ink-soft figures">
            {occupation.code} · {occupation.confidence >= 1 ? t('chosen') : t('sure', { confidence: f.percent(occupation.confidence) })}
          </p>
        </>
      ) : (
        <p className="text-ink-soft">{t('noOccupation')}</p>
      )}
      <Button look="secondary" size="sm" className="mt-3 print:hidden" onClick={() => setOpen(true)}>
        {t('change')}
      </Button>
      {open && <ChooseOccupation report={report} content={content} onClose={() => setOpen(false)} />}
    </div>
  );
}
