// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useOptimisticMutation } from '@/api/optimistic';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { levelName } from '@/ui/level-input';
import { toast } from '@/ui/toast';
import { useDebounced } from '@/ui/use-debounced';
import { messages } from './messages';

export type Skill = Wire<'Skill'>;
export type Skills = Wire<'DocumentSkills'>;
export type Correction = Wire<'Correction'>;

/// The document that is corrected: one of both.
export type Subject = { resume_id: string } | { job_id: string };
export type Change = Omit<Wire<'CorrectionInput'>, 'resume_id' | 'job_id'>;

/// What a correction touches besides the document.
export const touched = [
  '/api/backend/resumes',
  '/api/resumes',
  '/api/jobs',
  '/api/job-collections',
  '/api/gap',
  '/api/gap-reports',
  '/api/matrix',
  '/api/pathways',
  '/api/learning-items',
  '/api/alias-suggestions',
] as const;

const pathOf = (subject: Subject) =>
  'resume_id' in subject ? '/api/resumes/{resume_id}/skills' : '/api/jobs/{job_id}/requirements';

export function isOf(subject: Subject, key: readonly unknown[]): boolean {
  const { path } = (key[1] ?? {}) as { path?: { resume_id?: string; job_id?: string } };
  return 'resume_id' in subject ? path?.resume_id === subject.resume_id : path?.job_id === subject.job_id;
}

/// Says which reports a change has made anew.
export function useRescoredToast(): (rescored: readonly Wire<'Rescored'>[]) => void {
  const t = useMessages(messages);
  const f = useFormat();
  return (rescored) => {
    const [first] = rescored;
    if (!first) return;
    toast(
      rescored.length === 1
        ? t('rescoredOne', { before: f.number(first.score_before), after: f.number(first.score_after) })
        : t('rescored', { count: rescored.length }),
    );
  };
}

/// The list as it will be when the server has taken the change.
export function applied(skills: Skills, change: Change): Skills {
  if (change.action === 'remove' || change.action === 'reject') {
    return { ...skills, skills: skills.skills.filter(({ id }) => id !== change.skill_id) };
  }
  if (change.action !== 'level') return skills;
  return {
    ...skills,
    skills: skills.skills.map((skill) => {
      if (skill.id !== change.skill_id) return skill;
      const value = change.level ?? skill.level.value;
      const level = { ...skill.level, value, label: levelName(value), low: value, high: value };
      return { ...skill, need: change.need ?? skill.need, level };
    }),
  };
}

export function useCorrect(subject: Subject) {
  const t = useMessages(messages);
  const rescored = useRescoredToast();
  return useOptimisticMutation({
    path: pathOf(subject),
    also: touched,
    send: (change: Change) => ok(api.POST('/api/corrections', { body: { ...subject, ...change } })),
    change: (skills: Skills, change, key) => (isOf(subject, key) ? applied(skills, change) : skills),
    onFailed: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onDone: (result) => rescored(result.rescored),
  });
}

export function useTakeBack() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const rescored = useRescoredToast();
  return useMutation({
    mutationFn: (correction: Correction) =>
      ok(api.DELETE('/api/corrections/{correction_id}', { params: { path: { correction_id: correction.id } } })),
    onSuccess: (result) => rescored(result.rescored),
    onError: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onSettled: () => invalidate(client, ...touched),
  });
}

/// Skills of all frameworks by name, while one types.
export function useSkillSearch(text: string) {
  const q = useDebounced(text.trim());
  return useQuery({ ...get('/api/skills', { params: { query: { q, limit: 12 } } }), enabled: q !== '', placeholderData: (before) => before });
}
