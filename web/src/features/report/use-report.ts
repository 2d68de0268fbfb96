// SPDX-License-Identifier: GPL-3.0-or-later
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useMemo } from 'react';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useDebounced } from '@/ui/use-debounced';
import { suppose, type Supposed, type Supposition } from './score-math';

export type Report = Wire<'GapReport'>;
export type Content = Wire<'GapReportContent'>;
export type Evidence = Wire<'Evidence'>;

export const isMade = ({ state }: { state: Wire<'RunState'> }) => state === 'queued' || state === 'running';
export const addressOf = (id: string) => `/report?id=${id}`;
const one = (id: string) => get('/api/gap/{gap_report_id}', { params: { path: { gap_report_id: id } } });

/// The report; the one shown before stays until it is there.
export function useReport(id: string) {
  return useQuery({
    ...one(id),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data && isMade(state.data) ? 3000 : false),
  });
}

/// Reads again what a change of a report touches, and shows the new one.
function useShowNew() {
  const client = useQueryClient();
  const router = useRouter();
  return async (id: string | undefined) => {
    if (id) {
      await client.prefetchQuery(one(id));
      router.replace(addressOf(id), { scroll: false });
    }
    void invalidate(
      client, '/api/gap', '/api/gap-reports', '/api/corrections', '/api/resumes', '/api/jobs', '/api/job-collections', '/api/matrix', '/api/runs',
    );
  };
}

function remadeOf(report: Report, list: Wire<'RescoredList'>): string | undefined {
  return list.rescored.find((r) => r.job_id === report.job_id && r.resume_id === report.resume_id)?.gap_report_id;
}

/// Makes the report anew from what the résumé and the job are now.
export function useReRun(report: Report) {
  const show = useShowNew();
  return useMutation({
    mutationFn: () =>
      ok(api.POST('/api/gap-reports/{gap_report_id}/re-run', { params: { path: { gap_report_id: report.id } } })),
    onSuccess: (result) => show(result.gap_report_id),
  });
}

export function useRetry(report: Report) {
  const show = useShowNew();
  return useMutation({
    mutationFn: (run_id: string) => ok(api.POST('/api/runs/{run_id}/retry', { params: { path: { run_id } } })),
    onSettled: () => show(report.id),
  });
}

/// Corrects a skill of the résumé or a requirement of the job; the reports are scored again in the same step.
export function useCorrect(report: Report) {
  const show = useShowNew();
  return useMutation({
    mutationFn: (body: Wire<'CorrectionInput'>) => ok(api.POST('/api/corrections', { body })),
    onSuccess: (result) => show(remadeOf(report, result)),
  });
}

export function useTakeBack(report: Report) {
  const show = useShowNew();
  return useMutation({
    mutationFn: (correction_id: string) =>
      ok(api.DELETE('/api/corrections/{correction_id}', { params: { path: { correction_id } } })),
    onSuccess: (result) => show(remadeOf(report, result)),
  });
}

/// Chooses the occupation of the job, as it was last seen; null goes back to the one that was found.
export function useChooseOccupation(report: Report) {
  const show = useShowNew();
  return useMutation({
    mutationFn: ({ code, seen }: { code: string | null; seen: Wire<'JobOccupation'> }) => {
      const params = { path: { job_id: report.job_id }, header: ifMatch(seen) };
      return ok(
        code === null
          ? api.DELETE('/api/jobs/{job_id}/occupation', { params })
          : api.PUT('/api/jobs/{job_id}/occupation', { params, body: { code } }),
      );
    },
    onSuccess: (result) => show(remadeOf(report, result)),
  });
}

/// The score with other levels: computed here at once, and by the server when the levels have stood still.
export function useWhatIf(report: Report, content: Content, levels: Supposed): Supposition {
  const here = useMemo(() => suppose(content, levels), [content, levels]);
  const settled = useDebounced(levels, 250);
  const changes = Object.entries(settled).map(([requirement_id, level]) => ({ requirement_id, level }));
  const { data } = useQuery({
    queryKey: ['/api/gap-reports/{gap_report_id}/what-if', { id: report.id, changes }] as const,
    queryFn: ({ signal }) =>
      ok(
        api.POST('/api/gap-reports/{gap_report_id}/what-if', {
          params: { path: { gap_report_id: report.id } },
          body: { changes },
          signal,
        }),
      ),
    enabled: changes.length > 0,
    staleTime: Infinity,
  });
  return useMemo(() => {
    if (!data || settled !== levels) return here;
    const { score, interval, requirements } = data;
    return { score, low: interval.low, high: interval.high, byId: new Map(requirements.map((r) => [r.requirement_id, r])) };
  }, [data, settled, levels, here]);
}

/// The texts of the two documents as bytes, for the sentences around the evidence.
export function useTexts(report: Report, wanted: boolean) {
  const job = useQuery({
    ...get('/api/jobs/{job_id}/text', { params: { path: { job_id: report.job_id } } }),
    enabled: wanted,
  });
  const resume = useQuery({
    ...get('/api/resumes/{resume_id}/text', { params: { path: { resume_id: report.resume_id ?? '' } } }),
    enabled: wanted && report.resume_id !== null,
  });
  return useMemo(() => {
    const bytes = (text: string | undefined) => (text === undefined ? null : new TextEncoder().encode(text));
    return {
      loading: job.isLoading || resume.isLoading,
      job: bytes(job.data?.text),
      resume: bytes(resume.data?.text),
    };
  }, [job.data, job.isLoading, resume.data, resume.isLoading]);
}
