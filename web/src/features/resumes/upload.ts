// SPDX-License-Identifier: GPL-3.0-or-later
import type { Wire } from '@/api/client';
import { type Sending, sendForm } from '@/api/upload';

export type Resume = Wire<'Resume'>;

export const largest = 10 * 1024 * 1024;

/// Sends a résumé; `onShare` hears which share of it has left, from 0 to 1.
export function sendResume(file: File, onShare: (share: number) => void): Sending<Resume> {
  const form = new FormData();
  form.append('resume_file', file, file.name);
  return sendForm('/api/backend/resume/upload', form, onShare);
}
