// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Select } from '@/ui/input';
import { messages } from './messages';
import { useResumes } from './use-chat';

/// Which résumé the answers rest on, where there is a choice.
export function WhichResume({ resume, onChange }: { resume: string | null; onChange: (resume: string | null) => void }) {
  const t = useMessages(messages);
  const resumes = useResumes();
  if (resumes.length < 2 && resume === null) return null;
  return (
    <Select aria-label={t('chooseResume')} className="w-60 max-w-full max-sm:w-full" value={resume ?? ''} onChange={(event) => onChange(event.target.value || null)}>
      <option value="">{t('usualResume')}</option>
      {resumes.map(({ id, name }) => (
        <option key={id} value={id}>
          {t('withResume', { name })}
        </option>
      ))}
    </Select>
  );
}
