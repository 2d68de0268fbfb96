// SPDX-License-Identifier: GPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { ApiError, fieldError } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { leaveForSignIn } from '@/api/leave';
import { useMessages } from '@/i18n/messages';
import { messages } from './messages';
import { largest, sendResume } from './upload';
import { listPath } from './use-resumes';

export interface Upload {
  id: number;
  name: string;
  bytes: number;
  share: number;
  /// Why it was not taken.
  problem: string | null;
  stop: () => void;
}

let last = 0;

/// Files on their way. Those that have arrived leave the list: they are résumés then.
export function useUploads() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const drop = useCallback((id: number) => setUploads((was) => was.filter((one) => one.id !== id)), []);

  const refusal = (file: File): string | null => {
    if (file.size > largest) return t('tooLarge', { name: file.name });
    return file.size === 0 ? t('empty', { name: file.name }) : null;
  };

  const start = (file: File) => {
    last += 1;
    const id = last;
    const set = (part: Partial<Upload>) => setUploads((was) => was.map((one) => (one.id === id ? { ...one, ...part } : one)));
    const add = (problem: string | null, stop: () => void) =>
      setUploads((was) => [...was, { id, name: file.name, bytes: file.size, share: 0, problem, stop }]);
    const problem = refusal(file);
    if (problem) return add(problem, () => undefined);
    const sending = sendResume(file, (share) => set({ share }));
    add(null, sending.stop);
    sending.done
      .then(() => invalidate(client, listPath, '/api/membership').then(() => drop(id)))
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) return drop(id);
        if (error.status === 401) leaveForSignIn();
        set({ problem: t('uploadFailed', { name: file.name, reason: fieldError(error, 'resume_file') ?? error.message }) });
      });
  };
  return { uploads, upload: (files: readonly File[]) => files.forEach(start), dismiss: drop };
}
