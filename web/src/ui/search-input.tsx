// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { cx } from './cx';
import { Input } from './input';

interface Props {
  /// What is searched; read out, and shown while the field is empty.
  label: string;
  value: string;
  onChange: (text: string) => void;
  /// The first thing of its page.
  large?: boolean;
}

/// Where one types what is searched for.
export function SearchInput({ label, value, onChange, large }: Props) {
  return (
    <div className="relative min-w-0">
      <Search aria-hidden className={cx('pointer-events-none absolute text-ink-soft', large ? 'top-3.5 left-3.5 size-4.5' : 'top-3 left-3 size-4')} />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={large ? 'h-12 pl-11' : 'pl-9'}
      />
    </div>
  );
}

interface WordsProps {
  label: string;
  /// What is searched for now: it stands in the address.
  words: string;
  /// When typing has paused.
  onWords: (words: string) => void;
}

const wait = 200; // ms

/// A search whose words stand in the address: what is typed becomes them when typing pauses. Other words in the address
/// (all filters cleared, the way back) become what the field holds.
export function SearchWords({ label, words, onWords }: WordsProps) {
  const [text, setText] = useState(words);
  const [known, setKnown] = useState(words);
  // What was told and has not come back in the address yet.
  const [told, setTold] = useState<readonly string[]>([]);
  if (known !== words) {
    setKnown(words);
    if (told.includes(words)) setTold(told.slice(told.lastIndexOf(words) + 1));
    else setText(words);
  }
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const type = (now: string) => {
    setText(now);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setTold((before) => [...before, now.trim()]);
      onWords(now.trim());
    }, wait);
  };
  return (
    <search>
      <SearchInput large label={label} value={text} onChange={type} />
    </search>
  );
}
