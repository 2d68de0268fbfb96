// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Plus } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { sourceNames } from '@/i18n/job-sources';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { IconButton } from '@/ui/button';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { messages } from './messages';
import { refusalOf, withEmployer } from './request';
import type { Props } from './search-fields';
import { type Board, employerBoards, employerSources } from './sources';

/// Employers by their boards: Enter or the plus adds one, an address chooses its board by itself.
export function EmployerFields({ form, set, missing, error }: Props) {
  const t = useMessages(messages);
  const add = () => set(withEmployer(form));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || form.employer.trim() === '') return;
    event.preventDefault();
    add();
  };
  const wrong = missing === 'employer' ? t('employerMissing') : refusalOf(error, 'boards');
  return (
    <div className="grid gap-3">
      <div className="grid items-start gap-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
        <Field label={t('board')}>
          <Select
            value={form.board}
            onChange={({ target }) => set({ board: employerSources.find((source) => source === target.value) ?? 'greenhouse' })}
          >
            {employerSources.map((source) => (
              <option key={source} value={source}>
                {sourceNames[source]}
              </option>
            ))}
          </Select>
        </Field>
        <div className="flex items-start gap-2">
          <div className="min-w-0 grow">
            <Field label={t('employer')} hint={t('employerHint', { where: employerBoards[form.board] })} error={wrong}>
              <Input
                maxLength={500}
                spellCheck={false}
                autoCapitalize="off"
                value={form.employer}
                onChange={(event) => set({ employer: event.target.value })}
                onKeyDown={onKeyDown}
              />
            </Field>
          </div>
          <IconButton label={t('addEmployer')} disabled={form.employer.trim() === ''} onClick={add} className="mt-6.5">
            <Plus aria-hidden />
          </IconButton>
        </div>
      </div>
      {form.boards.length > 0 && (
        <ul aria-label={t('employers')} className="flex flex-wrap gap-2">
          {form.boards.map((board) => (
            <li key={`${board.source} ${board.name}`}>
              <Employer board={board} onRemove={() => set({ boards: form.boards.filter((other) => other !== board) })} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Employer({ board, onRemove }: { board: Board; onRemove: () => void }) {
  const t = useMessages(messages);
  return (
    <Chip onRemove={onRemove} removeLabel={t('removeEmployer', { name: board.name })}>
      <span className="max-w-44 truncate">{board.name}</span>
      <span className="font-normal">{sourceNames[board.source]}</span>
    </Chip>
  );
}
