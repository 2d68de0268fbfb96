// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type ReactNode, useState } from 'react';
import type { Wire } from '@/api/client';
import { useMessages } from '@/i18n/messages';
import { Card } from '@/ui/card';
import { Drawer } from '@/ui/dialog';
import { Tabs } from '@/ui/tabs';
import { useMedia } from '@/ui/use-media';
import type { DocumentText, Mention, Range } from './cut';
import { DocumentView, type Focus, MarkLegend } from './document-view';
import { type Mark, stanceMark } from './mark';
import { messages } from './messages';
import { SkillDetail } from './skill-detail';
import { SkillList } from './skill-list';
import type { Skills, Subject } from './use-skills';

interface Props {
  subject: Subject;
  text: DocumentText;
  list: Skills;
  textTitle: string;
  listTitle: string;
  /// Beside the title of the list: how to add to it.
  action: ReactNode;
  /// Places that somebody else wants to stand out (a sentence of the summary).
  asked: readonly Range[];
}

const nothing: Focus = { skill: null, ranges: [], reveal: false };

/// The skill of the list that each mention belongs to, also as one of several that are enough.
function owners(list: Skills): ReadonlyMap<string, Skills['skills'][number]> {
  return new Map(list.skills.flatMap((skill) => [skill, ...skill.any_of].map(({ id }) => [id, skill] as const)));
}

/// A text and its skills side by side (on a phone one at a time): each shows its place in the other.
export function Reader({ subject, text, list, textTitle, listTitle, action, asked }: Props) {
  const t = useMessages(messages);
  const wide = useMedia('(min-width: 64rem)');
  const [tab, setTab] = useState('text');
  const [own, setOwn] = useState<Focus & { asked: readonly Range[] }>({ ...nothing, asked });
  const [drawer, setDrawer] = useState(false);
  if (own.asked !== asked) {
    setOwn({ skill: null, ranges: asked, reveal: true, asked });
    setTab('text');
  }
  const byMention = owners(list);
  const ofMention = (mention: Mention) => byMention.get(mention.skill_id);
  const open = list.skills.find(({ id }) => id === own.skill);
  const focusOn = (focus: Focus) => setOwn({ ...focus, asked });

  const markOf = (mention: Mention): Mark => {
    const stance = stanceMark(mention);
    if (stance) return stance;
    if (mention.by_person) return 'person';
    const skill = ofMention(mention);
    if (!skill) return 'aside';
    if (skill.need) return skill.need;
    return mention.shows === 'implied' || mention.shows === 'linked' ? 'implied' : 'claimed';
  };
  const onMention = (mention: Mention) => {
    const skill = ofMention(mention);
    focusOn({ skill: skill?.id ?? null, ranges: skill?.evidence ?? [mention], reveal: false });
    setDrawer(!wide && skill !== undefined);
  };
  const onShow = (evidence: Wire<'Evidence'>, skill: string) => {
    focusOn({ skill, ranges: [evidence], reveal: true });
    setDrawer(false);
    setTab('text');
  };

  const paper = (
    <Card className="p-5 sm:p-8">
      <div className="mb-5 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2 border-b border-line pb-4">
        <h2 className="font-sans text-base font-semibold tracking-normal">{textTitle}</h2>
        <MarkLegend document={text} markOf={markOf} />
      </div>
      <DocumentView label={textTitle} document={text} focus={own} markOf={markOf} skillOf={(m) => ofMention(m)?.id ?? m.skill_id} onMention={onMention} />
    </Card>
  );
  const skills = (
    <SkillList
      label={listTitle}
      subject={subject}
      list={list}
      selected={own.skill}
      onSelect={(skill) => focusOn(skill ? { skill: skill.id, ranges: skill.evidence, reveal: wide } : nothing)}
      onShow={onShow}
    />
  );

  if (wide) {
    return (
      <div className="grid grid-cols-[minmax(0,1fr)_23rem] items-start gap-5">
        {paper}
        <Card flush className="sticky top-20 flex max-h-[calc(100dvh-6rem)] flex-col">
          <div className="flex min-h-14 items-center justify-between gap-3 px-4 pt-1">
            <h2 className="font-sans text-base font-semibold tracking-normal">{listTitle}</h2>
            {action}
          </div>
          {/* A frame that scrolls has to take the focus, so that the keyboard can scroll it. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div role="region" aria-label={listTitle} tabIndex={0} className="min-h-0 grow overflow-y-auto border-t border-line pt-3 focus-visible:-outline-offset-2">
            {skills}
          </div>
        </Card>
      </div>
    );
  }
  return (
    <>
      <Tabs
        label={textTitle}
        value={tab}
        onChange={setTab}
        tabs={[
          { value: 'text', label: textTitle, content: paper },
          {
            value: 'skills',
            label: listTitle,
            count: list.skills.length,
            content: (
              <Card flush className="pt-3">
                <div className="flex justify-end px-4 pb-3">{action}</div>
                {skills}
              </Card>
            ),
          },
        ]}
      />
      <Drawer open={drawer && open !== undefined} title={open?.name ?? t('legend')} onClose={() => setDrawer(false)}>
        {open && (
          <SkillDetail
            subject={subject}
            skill={open}
            correction={list.corrections.findLast(({ skill }) => skill.id === open.id)}
            onShow={(evidence) => onShow(evidence, open.id)}
          />
        )}
      </Drawer>
    </>
  );
}
