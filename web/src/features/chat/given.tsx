// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { messages } from './messages';
import { type Kind, kinds, useContext } from './use-chat';

interface Props {
  /// None while it is not made yet.
  chat: string | null;
  chosen: readonly Kind[];
  onChange: (chosen: Kind[]) => void;
}

/// What a model is given with each question: each part can be taken away, and given again.
export function Given({ chat, chosen, onChange }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const parts = useContext(chat);
  const nameOf = (kind: Kind) => {
    const part = parts?.find((one) => one.kind === kind);
    return part && kind !== 'plan' && kind !== 'profile' ? `${t(`kind.${kind}`)}: ${part.title}` : t(`kind.${kind}`);
  };
  const cut = parts?.filter((one) => one.left_out > 0) ?? [];
  const rest = kinds.filter((kind) => !chosen.includes(kind));
  return (
    <div role="group" aria-label={t('given')} className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-2.5">
      <span className="text-sm text-ink-soft">{t('given')}</span>
      {chosen.map((kind) => (
        <Chip
          key={kind}
          onRemove={() => onChange(chosen.filter((one) => one !== kind))}
          removeLabel={t('takeAway', { name: t(`kind.${kind}`) })}
        >
          <span className="max-w-52 truncate">{nameOf(kind)}</span>
        </Chip>
      ))}
      {rest.map((kind) => (
        <Chip key={kind} pressed={false} onClick={() => onChange([...chosen, kind])}>
          + {t(`kind.${kind}`)}
        </Chip>
      ))}
      {cut.map(({ kind, lines, left_out: left }) => (
        <p key={kind} role="status" className="w-full text-xs text-ink-soft">
          {t('leftOut', { name: t(`kind.${kind}`), lines: f.number(lines), all: f.number(lines + left) })}
        </p>
      ))}
    </div>
  );
}
