// SPDX-License-Identifier: GPL-3.0-or-later
import { changeTypes } from '@/api/changes';
import { earlyScript } from '@/api/early';
import { pages } from './pages';

/// Runs in the head of every page. The addresses are letter by letter what the pages then ask; journeys look whether any is
/// asked for twice.
export const askEarly = earlyScript({
  pages: pages.flatMap(({ path, within }) => [path, ...(within ?? [])]),
  types: changeTypes,
  all: ['/api/auth/session', '/api/runs?state=queued&state=running', '/api/settings'],
  questions: {
    '/dashboard': [
      '/api/backend/resumes?limit=1',
      '/api/jobs?limit=1',
      '/api/tasks?learning=true&limit=1',
      '/api/gap-reports?latest=true&limit=6',
      '/api/tasks?done=false&to={week}&limit=8',
      '/api/matrix?limit=100',
      '/api/proposals?state=open&limit=3',
    ],
    '/report': ['/api/gap/{id}'],
  },
});
