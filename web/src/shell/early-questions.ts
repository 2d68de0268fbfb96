// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked for before a page's scripts are there: the queries of its first sight, as it then makes them. Journeys look
// whether any is asked for twice.
import type { Question } from '@/api/early';

export const everywhere: readonly Question[] = [
  ['/api/auth/session', null],
  ['/api/runs', { query: { state: ['queued', 'running'] } }],
  ['/api/settings', null],
];

export const byPage: Readonly<Record<string, readonly Question[]>> = {
  '/dashboard': [
    ['/api/backend/resumes', { query: { limit: 1 } }],
    ['/api/jobs', { query: { limit: 1 } }],
    ['/api/tasks', { query: { learning: true, limit: 1 } }],
    ['/api/gap-reports', { query: { latest: true, limit: 6 } }],
    ['/api/tasks', { query: { done: false, to: '{week}', limit: 8 } }],
    ['/api/matrix', { query: { limit: 1 } }],
    ['/api/proposals', { query: { state: 'open', limit: 3 } }],
  ],
  '/report': [['/api/gap/{gap_report_id}', { path: { gap_report_id: '{id}' } }]],
};
