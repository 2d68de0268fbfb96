// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wire } from './client';

type Type = Wire<'Event'>['type'];

/// What is read again when something of this type changed.
export const readAgain: Readonly<Record<Exclude<Type, 'signed_out' | 'resync'>, readonly string[]>> = {
  run: ['/api/runs'],
  resume: ['/api/resumes', '/api/backend/resumes', '/api/matrix', '/api/pathways'],
  gap_report: ['/api/gap', '/api/gap-reports', '/api/learning-items', '/api/matrix', '/api/jobs'],
  saved_job: ['/api/job-collections', '/api/jobs', '/api/matrix'],
  job: ['/api/jobs', '/api/job-collections', '/api/matrix'],
  task: ['/api/tasks', '/api/task-occurrences', '/api/goals'],
  goal: ['/api/goals'],
  note: ['/api/notes'],
  chat: ['/api/chats'],
  proposal: ['/api/proposals', '/api/chats'],
  settings: ['/api/settings', '/api/profile', '/api/admin/model'],
};

/// All that the stream of changes tells of.
export const changeTypes: readonly Type[] = [...(Object.keys(readAgain) as Type[]), 'signed_out', 'resync'];
