// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Select } from '@/ui/input';
import { messages } from './messages';
import { type Draft, type Link, useTargets } from './use-notes';

const kinds: readonly Link[] = ['task_id', 'job_id', 'gap_report_id'];

/// What a note is about: a task, a job, a report, or several of these.
export function Links({ draft, onChange }: { draft: Draft; onChange: (part: Partial<Draft>) => void }) {
  const t = useMessages(messages);
  const targets = useTargets();
  const open = kinds.filter((kind) => draft[kind] === null && targets[kind].length > 0);
  return (
    <div className="flex flex-wrap items-center gap-2">
      {kinds.map((kind) => {
        const id = draft[kind];
        if (id === null) return null;
        const title = targets[kind].find((one) => one.id === id)?.title ?? t('somewhere');
        return (
          <Chip key={kind} onRemove={() => onChange({ [kind]: null })} removeLabel={t('unlink', { title })}>
            <span className="max-w-56 truncate">
              {t(kind)}: {title}
            </span>
          </Chip>
        );
      })}
      {open.length > 0 && (
        <Select
          aria-label={t('linkTo')}
          className="w-44 max-w-full"
          value=""
          onChange={(event) => {
            const [kind, id] = event.target.value.split(' ');
            const known = kinds.find((one) => one === kind);
            if (known && id) onChange({ [known]: id });
          }}
        >
          <option value="">{t('linkTo')}</option>
          {open.map((kind) => (
            <optgroup key={kind} label={t(kind)}>
              {targets[kind].map(({ id, title }) => (
                <option key={id} value={`${kind} ${id}`}>
                  {title}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      )}
    </div>
  );
}
