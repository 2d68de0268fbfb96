// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { cx } from './cx';
import { inputLook } from './input';
import { messages } from './messages';

export interface Choice {
  value: string;
  label: string;
  hint?: ReactNode;
}

interface Props {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  /// Names it where no Field does.
  label?: string;
  placeholder?: string;
  /// What is written; the owner searches by it (debounced: `useDebounced`).
  text: string;
  onText: (text: string) => void;
  /// What was found for the text.
  choices: readonly Choice[];
  searching?: boolean;
  onChoose: (choice: Choice) => void;
}

/// A text field that offers what was found while one types.
export function Combobox({ label, text, onText, choices, searching, onChoose, ...rest }: Props) {
  const t = useMessages(messages);
  const list = useId();
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const shown = open && text.trim() !== '';

  const choose = (choice: Choice | undefined) => {
    if (!choice) return;
    onChoose(choice);
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setOpen(true);
      setActive((was) => (was + step + choices.length) % Math.max(1, choices.length));
    } else if (event.key === 'Enter' && shown && choices[active]) {
      event.preventDefault();
      choose(choices[active]);
    } else if (event.key === 'Escape' && shown) {
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    }
  };

  return (
    <div className="relative">
      <input
        {...rest}
        type="text"
        role="combobox"
        autoComplete="off"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={shown ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shown && choices[active] ? `${list}-${active}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setOpen(true);
          setActive(0);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
        className={cx(inputLook, 'h-10')}
      />
      {shown && (
        <div className="absolute inset-x-0 top-full z-30 mt-1.5 max-h-72 animate-rise overflow-y-auto rounded-lg border border-line bg-raised p-1.5 shadow-float">
          {choices.length === 0 && (
            <p role="status" className="px-3 py-2 text-sm text-ink-soft">
              {searching ? t('searching') : t('nothingFound')}
            </p>
          )}
          <ul id={list} role="listbox" aria-label={label ?? rest.placeholder ?? t('nothingFound')}>
            {choices.map((choice, i) => (
              // The keyboard acts on the input, which says which choice is active.
              // eslint-disable-next-line jsx-a11y/click-events-have-key-events
              <li
                key={choice.value}
                id={`${list}-${i}`}
                role="option"
                aria-selected={i === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => setActive(i)}
                onClick={() => choose(choice)}
                className={cx('flex cursor-pointer items-baseline gap-3 rounded-md px-3 py-2 text-sm', i === active && 'bg-well')}
              >
                <span className="grow font-medium">{choice.label}</span>
                {choice.hint && <span className="text-ink-soft">{choice.hint}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
