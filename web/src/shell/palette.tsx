// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { CornerDownLeft, type LucideIcon, Search, Zap } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useDeferredValue, useEffect, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { cx } from '@/ui/cx';
import { Dialog } from '@/ui/dialog';
import { useCommands } from './commands';
import { takeKeys } from './early-keys';
import { messages } from './messages';
import { usePagesByGroup } from './navigation';

interface Entry {
  kind: 'pages' | 'actions';
  label: string;
  icon: LucideIcon;
  run: () => void;
}

/// Without accents and case, so that "resume" finds "Résumés".
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function useEntries(): readonly Entry[] {
  const t = useMessages(messages);
  const router = useRouter();
  const known = usePagesByGroup().flatMap(([, members]) => members);
  const commands = useCommands();
  const go = (address: string) => () => router.push(address);
  return [
    ...known.map((page): Entry => ({ kind: 'pages', label: t(page.name), icon: page.icon, run: go(page.path) })),
    ...known.flatMap((page) =>
      (page.actions ?? []).map((a): Entry => ({ kind: 'actions', label: t(a.name), icon: page.icon, run: go(a.address) })),
    ),
    ...commands.map((command): Entry => ({ kind: 'actions', label: command.label, icon: Zap, run: command.run })),
  ];
}

function Content({ typed, onClose }: { typed: string; onClose: () => void }) {
  const t = useMessages(messages);
  const entries = useEntries();
  const [text, setText] = useState(typed);
  const [active, setActive] = useState(0);
  const words = plain(text).split(/\s+/).filter(Boolean);
  const found = entries.filter((entry) => words.every((word) => plain(entry.label).includes(word)));
  // The field is there at once; the list, which is longer than what is in sight of it, a moment later in room kept for it.
  const listed = useDeferredValue(true, false);

  const choose = (entry: Entry | undefined) => {
    if (!entry) return;
    onClose();
    entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setActive((was) => (was + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(found[active]);
    }
  };

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-5">
        <Search aria-hidden className="size-5 shrink-0 text-ink-soft" />
        <input
          data-autofocus
          type="text"
          role="combobox"
          aria-label={t('searchHint')}
          aria-expanded
          aria-controls="palette-list"
          aria-activedescendant={found[active] ? `palette-${active}` : undefined}
          autoComplete="off"
          placeholder={t('search')}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          className="h-14 w-full bg-transparent text-base outline-none placeholder:text-ink-faint"
        />
      </div>
      {found.length === 0 && (
        <p role="status" className="px-5 py-8 text-center text-ink-soft">
          {t('nothing', { text })}
        </p>
      )}
      <ul id="palette-list" role="listbox" aria-label={t('palette')} className={cx('p-2', !listed && 'h-dvh')}>
        {(listed ? found : []).map((entry, i) => (
          // The keyboard acts on the input, which says which entry is active.
          // eslint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${entry.kind} ${entry.label}`}
            id={`palette-${i}`}
            role="option"
            aria-selected={i === active}
            onClick={() => choose(entry)}
            onMouseMove={() => setActive(i)}
            className={cx('flex h-11 cursor-pointer items-center gap-3 rounded-md px-3', i === active && 'bg-well')}
          >
            <entry.icon aria-hidden className="size-4.5 shrink-0 text-ink-soft" />
            <span className="grow truncate font-medium">{entry.label}</span>
            {i === active ? <CornerDownLeft aria-hidden className="size-4 text-ink-soft" /> : <span className="text-xs text-ink-faint">{t(entry.kind)}</span>}
          </li>
        ))}
      </ul>
      <p className="border-t border-line px-5 py-2.5 text-xs text-ink-soft max-sm:hidden">{t('keys')}</p>
    </>
  );
}

interface Props {
  /// What has been typed for it so far; null while it is closed.
  typed: string | null;
  onOpen: (typed: string | null) => void;
}

/// Ctrl-K or ⌘-K from anywhere, also before the page could hear it.
export function Palette({ typed, onOpen }: Props) {
  const t = useMessages(messages);
  useEffect(() => {
    const early = takeKeys();
    if (early !== null) onOpen(early);
  }, [onOpen]);
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      onOpen(typed === null ? '' : null);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [typed, onOpen]);
  return (
    <Dialog open={typed !== null} bare shape="top" title={t('palette')} onClose={() => onOpen(null)}>
      <Content typed={typed ?? ''} onClose={() => onOpen(null)} />
    </Dialog>
  );
}
