// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import {
  Award, Briefcase, CalendarOff, CalendarRange, FileText, GraduationCap, HeartHandshake, Info, Languages, type LucideIcon, Plus,
  Sparkles, TextQuote,
} from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { get, type Wire } from '@/api/client';
import { AliasQuestions } from '@/document/alias-questions';
import type { Range } from '@/document/cut';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import type { Resume } from './upload';

const Reader = dynamic(() => import('@/document/reader').then((m) => m.Reader), {
  ssr: false,
  loading: () => <Skeleton className="h-[32rem] w-full rounded-lg" />,
});
const AddSkillDialog = dynamic(() => import('@/document/add-skill').then((m) => m.AddSkillDialog), { ssr: false });

const icons: Readonly<Record<Wire<'SummaryBullet'>['kind'], LucideIcon>> = {
  years: CalendarRange,
  roles: Briefcase,
  skills: Sparkles,
  education: GraduationCap,
  certificates: Award,
  languages: Languages,
  soft_skills: HeartHandshake,
  extent: FileText,
  opening: TextQuote,
  undated: CalendarOff,
};

const nowhere: readonly Range[] = [];

/// What was read of a résumé: in short, the questions it leaves, the text and its skills.
export function ReadResume({ resume }: { resume: Resume }) {
  const t = useMessages(messages);
  const params = { path: { resume_id: resume.id } };
  const text = useQuery(get('/api/resumes/{resume_id}/text', { params }));
  const skills = useQuery(get('/api/resumes/{resume_id}/skills', { params }));
  const summary = useQuery(get('/api/resumes/{resume_id}/summary', { params }));
  const [asked, setAsked] = useState<readonly Range[]>(nowhere);
  const [adding, setAdding] = useState(false);
  const said = useSaid();
  const subject = { resume_id: resume.id };
  const broken = [text, skills].find(({ isError }) => isError);
  if (broken) return <ErrorState error={broken.error} onRetry={() => void broken.refetch()} />;
  const bullets = summary.data?.bullets ?? [];
  const names = skills.data?.skills.map(({ name }) => name) ?? [];
  const warnings = [...new Set([...(text.data?.warnings ?? []), ...(skills.data?.warnings ?? [])])];

  return (
    <div className="grid gap-5">
      {summary.isPending && <Skeleton className="h-40 w-full rounded-lg" />}
      {bullets.length > 0 && (
        <Card>
          <h2 className="text-lg">{t('summary')}</h2>
          <ul className="mt-2 grid gap-0.5">
            {bullets.map((bullet) => (
              <Bullet key={bullet.text} bullet={bullet} names={names} onShow={() => setAsked([...bullet.evidence])} />
            ))}
          </ul>
        </Card>
      )}
      <AliasQuestions subject={subject} />
      {warnings.length > 0 && (
        <Card tone="warn">
          <h2 className="flex items-center gap-2 font-sans text-base font-semibold tracking-normal">
            <Info aria-hidden className="size-5 text-warn" />
            {t('warnings')}
          </h2>
          <ul className="mt-2 grid gap-1">
            {warnings.map((warning) => (
              <li key={warning} {...said(warning)} />
            ))}
          </ul>
        </Card>
      )}
      {text.data && skills.data ? (
        <Reader
          subject={subject}
          text={text.data}
          list={skills.data}
          textTitle={t('text')}
          listTitle={t('skillList')}
          asked={asked}
          action={
            <Button size="sm" look="secondary" aria-label={t('addSkillLong')} onClick={() => setAdding(true)}>
              <Plus aria-hidden />
              {t('addSkill')}
            </Button>
          }
        />
      ) : (
        <div className="grid gap-5 lg:grid-cols-[minmax(0,1fr)_23rem]">
          <Skeleton className="h-[36rem] w-full rounded-lg" />
          <Skeleton className="h-96 w-full rounded-lg" />
        </div>
      )}
      {adding && <AddSkillDialog subject={subject} onAdded={() => undefined} onClose={() => setAdding(false)} />}
    </div>
  );
}

interface BulletProps {
  bullet: Wire<'SummaryBullet'>;
  /// Of the résumé's skills.
  names: readonly string[];
  onShow: () => void;
}

/// A sentence of the summary; it shows its place in the text.
function Bullet({ bullet, names, onShow }: BulletProps) {
  const t = useMessages(messages);
  const sentence = useSaid()(bullet.text, names);
  const Icon = icons[bullet.kind];
  return (
    <li>
      <button
        type="button"
        title={t('summaryShow', { text: sentence.children })}
        onClick={onShow}
        className="-mx-2 flex w-[calc(100%+1rem)] items-start gap-3 rounded-md px-2 py-1.5 text-left hover:bg-well/60"
      >
        <Icon aria-hidden className="mt-0.5 size-5 shrink-0 text-primary" />
        <span className="min-w-0 wrap-anywhere" {...sentence} />
      </button>
    </li>
  );
}
