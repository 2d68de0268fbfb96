// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChevronRight } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { cx } from '@/ui/cx';
import { SearchInput } from '@/ui/search-input';
import { LevelBar } from '@/ui/level-bar';
import { useLevelName } from '@/ui/level-input';
import { messages } from './messages';
import { OwnCorrection, SkillDetail } from './skill-detail';
import { type Skill, type Skills, type Subject, useCorrect } from './use-skills';

interface Props {
  label: string;
  subject: Subject;
  list: Skills;
  selected: string | null;
  onSelect: (skill: Skill | null) => void;
  onShow: (evidence: Wire<'Evidence'>, skill: string) => void;
}

const manySkills = 8;

function ordered(list: Skills): readonly Skill[] {
  if (list.document === 'job') return [...list.skills].sort((a, b) => Number(a.need === 'nice') - Number(b.need === 'nice'));
  return [...list.skills].sort((a, b) => b.level.value - a.level.value || a.name.localeCompare(b.name));
}

/// The skills of a document; the one that is looked at is open.
export function SkillList({ label, subject, list, selected, onSelect, onShow }: Props) {
  const t = useMessages(messages);
  const [filter, setFilter] = useState('');
  const wanted = filter.trim().toLocaleLowerCase();
  const all = ordered(list);
  const shown = all.filter(({ name, id }) => id === selected || name.toLocaleLowerCase().includes(wanted));
  const correctionOf = (id: string) => list.corrections.findLast(({ skill }) => skill.id === id);
  const removed = list.corrections.filter(({ action }) => action === 'remove' || action === 'reject');

  return (
    <div>
      {all.length > manySkills && (
        <div className="px-4 pt-1 pb-3">
          <SearchInput label={t('filter')} value={filter} onChange={setFilter} />
        </div>
      )}
      {shown.length === 0 && all.length > 0 && <p className="px-4 pb-3 text-sm text-ink-soft">{t('noMatch')}</p>}
      <ul aria-label={label}>
        {shown.map((skill) => (
          <SkillRow key={skill.id} skill={skill} open={skill.id === selected} own={correctionOf(skill.id) !== undefined} needs={list.document === 'job'} onToggle={() => onSelect(skill.id === selected ? null : skill)}>
            <SkillDetail subject={subject} skill={skill} correction={correctionOf(skill.id)} onShow={(evidence) => onShow(evidence, skill.id)} />
          </SkillRow>
        ))}
      </ul>
      {list.unclaimed.length > 0 && <Unclaimed subject={subject} list={list} onShow={onShow} />}
      {removed.length > 0 && (
        <div className="border-t border-line px-4 py-4">
          <h3 className="text-sm text-ink-soft">{t('removed')}</h3>
          <ul className="mt-2 grid gap-2">
            {removed.map((correction) => (
              <li key={correction.id} className="flex flex-wrap items-center justify-between gap-2 text-sm">
                <s lang="en" className="text-ink-soft">{correction.skill.name}</s>
                <OwnCorrection correction={correction} />
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

interface RowProps {
  skill: Skill;
  open: boolean;
  own: boolean;
  /// Of a job: the level is what it needs.
  needs: boolean;
  onToggle: () => void;
  children: ReactNode;
}

function SkillRow({ skill, open, own, needs, onToggle, children }: RowProps) {
  const t = useMessages(messages);
  const nameOf = useLevelName();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (open) row.current?.scrollIntoView({ block: 'nearest' });
  }, [open]);
  return (
    <li ref={row} className="scroll-mt-20 border-t border-line first:border-t-0">
      <button
        type="button"
        aria-expanded={open}
        onClick={onToggle}
        className={cx(
          'grid w-full grid-cols-[1rem_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 px-4 py-2.5 text-left focus-visible:-outline-offset-2',
          open ? 'bg-primary-soft/50' : 'hover:bg-well/60',
        )}
      >
        <ChevronRight aria-hidden className={cx('size-4 text-ink-soft transition-transform', open && 'rotate-90')} />
        <span lang="en" className="font-medium wrap-anywhere">{skill.name}</span>
        <span className="flex gap-1.5">
          {own && <Badge tone="good">{t('yours')}</Badge>}
          {skill.need === 'nice' && <Badge>{t('nice')}</Badge>}
        </span>
        <span className="col-span-2 col-start-2 flex items-center gap-3">
          <LevelBar {...(needs ? { needed: skill.level.value } : { held: skill.level.value })} className="max-w-44" />
          <span className="text-xs whitespace-nowrap text-ink-soft">{nameOf(skill.level.value)}</span>
        </span>
      </button>
      {open && <div className="animate-fade bg-primary-soft/50 pt-1 pr-4 pb-4 pl-10">{children}</div>}
    </li>
  );
}

/// What the text names without claiming it; the person may know better.
function Unclaimed({ subject, list, onShow }: Pick<Props, 'subject' | 'list' | 'onShow'>) {
  const t = useMessages(messages);
  const correct = useCorrect(subject);
  const ofJob = 'job_id' in subject;
  return (
    <div className="border-t border-line px-4 py-4">
      <h3 className="text-sm text-ink-soft">{t('unclaimed')}</h3>
      <ul className="mt-2 grid gap-2">
        {list.unclaimed.map(({ skill, stance, evidence }) => (
          <li key={`${skill.id}-${evidence.start}`} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <button type="button" lang="en" onClick={() => onShow(evidence, skill.id)} className="min-h-6 font-medium underline decoration-line-strong underline-offset-4 hover:decoration-ink">
              {skill.name}
            </button>
            {stance !== 'stated' && <span className="text-ink-soft">{t(`mark.${stance}`)}</span>}
            <Button
              size="sm"
              look="quiet"
              className="ml-auto"
              onClick={() => correct.mutate({ action: 'add', skill_id: skill.id, level: 2.5, ...(ofJob && { need: 'must' as const }) })}
            >
              {t('addIt')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
