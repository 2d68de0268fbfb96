// SPDX-License-Identifier: GPL-3.0-or-later
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, get, ok, type Wire } from '@/api/client';

export type Pathway = Wire<'Pathway'>;
export type PathwaySkill = Wire<'PathwaySkill'>;
export type Technology = Wire<'PathwayTechnology'>;
export type Occupation = Wire<'OccupationRef'>;

const path = '/api/pathways';

/// What is asked for; it stands in the address.
export interface Place {
  q: string;
  /// Null: the default one.
  resume: string | null;
}

/// The address of the list, or of one occupation.
export function pathwayAddress(at: Partial<Place> & { code?: string }): string {
  const address = new URLSearchParams();
  if (at.code) address.set('code', at.code);
  if (at.q) address.set('q', at.q);
  if (at.resume) address.set('resume', at.resume);
  const text = address.toString();
  return `${at.code ? '/pathway' : '/pathways'}${text ? `?${text}` : ''}`;
}

/// Résumés that were read; undefined until it is known.
export function useReadResumes() {
  const { data } = useQuery(get('/api/backend/resumes', { params: { query: { limit: 100 } } }));
  return data?.items.filter(({ state }) => state === 'ready');
}

/// Occupations, the closest first. Without a résumé there is nothing to ask.
export function usePathways({ q, resume }: Place, hasResume: boolean) {
  const query = { limit: 20, ...(q && { q }), ...(resume && { resume_id: resume }) };
  return useInfiniteQuery({
    queryKey: [path, query] as const,
    queryFn: ({ pageParam, signal }) => ok(api.GET(path, { params: { query: { ...query, ...(pageParam && { cursor: pageParam }) } }, signal })),
    initialPageParam: '',
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: (before) => before,
    enabled: hasResume,
  });
}

export function usePathway(code: string, resume: string | null) {
  return useQuery(get('/api/pathways/{code}', { params: { path: { code }, ...(resume && { query: { resume_id: resume } }) } }));
}

/// Occupations under other titles than their names, also misspelt.
export function useOtherTitles(q: string) {
  return useQuery({ ...get('/api/occupations', { params: { query: { q, framework: 'onet', limit: 5 } } }), enabled: q !== '' });
}
