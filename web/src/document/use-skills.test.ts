// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import { applied, isOf, type Skill, type Skills } from './use-skills';

function skill(id: string, value: number): Skill {
  return {
    id,
    name: id,
    framework: 'headway',
    external_id: id,
    kind: 'skill',
    same_as: [],
    link: null,
    need: null,
    any_of: [],
    level: { value, label: 'working', low: value - 1, high: value + 1, reasons: [] },
    confidence: 1,
    evidence: [],
  };
}

const list: Skills = { document: 'resume', skills: [skill('a', 3), skill('b', 2)], unclaimed: [], warnings: [], corrections: [] };

describe('applied', () => {
  it('shows another level with its name before the server has answered', () => {
    const [a, b] = applied(list, { action: 'level', skill_id: 'a', level: 5.5 }).skills;
    expect(a?.level).toMatchObject({ value: 5.5, label: 'advanced' });
    expect(b).toBe(list.skills[1]);
  });

  it('keeps the level where only the need changes', () => {
    const [a] = applied(list, { action: 'level', skill_id: 'a', need: 'nice' }).skills;
    expect([a?.need, a?.level.value]).toEqual(['nice', 3]);
  });

  it('takes a skill out', () => {
    expect(applied(list, { action: 'remove', skill_id: 'a' }).skills.map(({ id }) => id)).toEqual(['b']);
  });

  it('leaves what the server must find to the server', () => {
    expect(applied(list, { action: 'add', skill_id: 'c', level: 3 })).toBe(list);
  });
});

describe('isOf', () => {
  it('knows the queries of its own document', () => {
    const key = ['/api/resumes/{resume_id}/skills', { path: { resume_id: '1' } }];
    expect(isOf({ resume_id: '1' }, key)).toBe(true);
    expect(isOf({ resume_id: '2' }, key)).toBe(false);
    expect(isOf({ job_id: '1' }, key)).toBe(false);
  });
});
