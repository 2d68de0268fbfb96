// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { LevelBar } from '@/ui/level-bar';
import { Cell, HeadCell, Row, Table } from '@/ui/table';
import { messages } from './messages';
import type { PathwaySkill } from './use-pathways';

/// All skills of one side: how much each counts, both levels, and what closing it is worth.
export function SkillTable({ skills, none, lacking }: { skills: readonly PathwaySkill[]; none: string; lacking?: boolean }) {
  const t = useMessages(messages);
  const f = useFormat();
  if (skills.length === 0) return <p className="py-6 text-center text-ink-soft">{none}</p>;
  return (
    <>
      <p className="mb-3 max-w-prose text-sm text-ink-soft">{t(lacking ? 'lackSays' : 'bringSays')}</p>
      <Table caption={t(lacking ? 'lackCount' : 'bringCount')}>
        <thead>
          <tr>
            <HeadCell className="max-sm:px-3">{t('skill')}</HeadCell>
            <HeadCell className="max-sm:px-1.5">{t('levels')}</HeadCell>
            <HeadCell className="max-sm:hidden">{t('importance')}</HeadCell>
            {lacking && <HeadCell className="text-right max-sm:px-3">{t('worth')}</HeadCell>}
          </tr>
        </thead>
        <tbody>
          {skills.map(({ skill, importance, needed, held, gain }) => (
            <Row key={skill.id}>
              <Cell lang="en" className="min-w-28 font-medium wrap-break-word hyphens-auto max-sm:px-3 sm:min-w-36">
                {skill.name}
              </Cell>
              <Cell className="w-56 min-w-24 max-sm:px-1.5 sm:min-w-36">
                <LevelBar held={held} needed={needed} />
              </Cell>
              <Cell className="whitespace-nowrap text-ink-soft figures max-sm:hidden">
                {t('importanceOf', { value: f.decimal(importance) })}
              </Cell>
              {lacking && (
                <Cell className="text-right whitespace-nowrap figures max-sm:px-3">
                  <span className="max-sm:sr-only">{t('gain', { count: Math.round(gain * 10) / 10, points: f.signed(gain) })}</span>
                  <span aria-hidden className="sm:hidden">
                    {f.signed(gain)}
                  </span>
                </Cell>
              )}
            </Row>
          ))}
        </tbody>
      </Table>
    </>
  );
}
