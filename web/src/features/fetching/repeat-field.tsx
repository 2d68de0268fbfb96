// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Select } from '@/ui/input';
import { messages } from './messages';

/// Days after which a fetch is done again; 0: never.
export const repeats = [0, 1, 7] as const;
export type Repeat = (typeof repeats)[number];

export function RepeatField({ value, onChange }: { value: Repeat; onChange: (value: Repeat) => void }) {
  const t = useMessages(messages);
  return (
    <Select
      aria-label={t('repeat')}
      className="w-48 max-w-full"
      value={value}
      onChange={(event) => onChange(repeats.find((days) => days === Number(event.target.value)) ?? 0)}
    >
      {repeats.map((days) => (
        <option key={days} value={days}>
          {t(`repeat.${days}`)}
        </option>
      ))}
    </Select>
  );
}
