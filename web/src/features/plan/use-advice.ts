// SPDX-License-Identifier: GPL-3.0-or-later
import { useQuery } from '@tanstack/react-query';
import { api, get } from '@/api/client';
import { useLearnRun } from './use-learn-run';

/// The language model that would be asked; undefined where none is set up.
export function useModel() {
  const settings = useQuery(get('/api/settings/model')).data;
  return settings && settings.source !== 'none' ? settings : undefined;
}

/// Has the model order and explain the items of a report.
export function useAdvice(report: string) {
  return useLearnRun({ kind: 'advise_learning', subject: report }, () => api.POST('/api/learn/advise', { body: { gap_report_id: report } }));
}

/// Has the server look whether the address of an item answers.
export function useAddressCheck(item: string) {
  return useLearnRun({ kind: 'check_learning_url', subject: item }, () =>
    api.POST('/api/learn/{learning_item_id}/check-url', { params: { path: { learning_item_id: item } } }),
  );
}
