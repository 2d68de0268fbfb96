// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Select } from '@/ui/input';
import { messages } from './messages';
import { useJobs } from './use-chat';

/// What the answers are about: one job, or whatever report is the newest.
export function Context({ job, onChange }: { job: string | null; onChange: (job: string | null) => void }) {
  const t = useMessages(messages);
  const jobs = useJobs();
  const chosen = jobs.find(({ id }) => id === job);
  if (job !== null) {
    const title = chosen?.title ?? t('someJob');
    return (
      <Chip onRemove={() => onChange(null)} removeLabel={t('removeContext', { title })}>
        <span className="max-w-60 truncate">{t('about', { title })}</span>
      </Chip>
    );
  }
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-2 text-sm text-ink-soft">
      {t('aboutNewest')}
      {jobs.length > 0 && (
        <Select aria-label={t('chooseJob')} className="w-52 max-w-full max-sm:w-full" value="" onChange={(event) => onChange(event.target.value || null)}>
          <option value="">{t('chooseJob')}</option>
          {jobs.map((one) => (
            <option key={one.id} value={one.id}>
              {[one.title, one.company].filter(Boolean).join(' · ')}
            </option>
          ))}
        </Select>
      )}
    </span>
  );
}
