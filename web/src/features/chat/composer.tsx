// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { SendHorizontal, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Textarea } from '@/ui/input';
import { messages } from './messages';

const suggestions = ['askFirst', 'askFar', 'askStrong'] as const;

interface Props {
  busy: boolean;
  /// What was asked in vain, to be tried again.
  failed: string;
  /// The largest gap of the report that answers come from.
  gap: string | undefined;
  onAsk: (content: string) => void;
  /// Ends the answer that is being made.
  onStop: () => void;
}

/// Where one asks: Enter sends, Shift and Enter make a line. What is usually asked is one click away.
export function Composer({ busy, failed, gap, onAsk, onStop }: Props) {
  const t = useMessages(messages);
  const [text, setText] = useState(failed);
  const send = (content: string) => {
    if (content.trim() === '' || busy) return;
    onAsk(content.trim());
    setText('');
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(text);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send(text);
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-1 gap-2.5 border-t border-line bg-card p-4">
      <div role="group" aria-label={t('suggestions')} className="flex gap-2 overflow-x-auto pb-1">
        {[...suggestions.map((one) => t(one)), ...(gap ? [t('askWhy', { name: gap })] : [])].map((one) => (
          <Chip key={one} onClick={() => send(one)}>
            {one}
          </Chip>
        ))}
      </div>
      <div className="flex items-end gap-2">
        <Textarea
          aria-label={t('question')}
          placeholder={t('questionPlaceholder')}
          rows={2}
          maxLength={20_000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          className="max-h-48"
        />
        {busy ? (
          <Button look="secondary" onClick={onStop}>
            <Square aria-hidden />
            <span className="max-sm:sr-only">{t('stop')}</span>
          </Button>
        ) : (
          <Button type="submit">
            <SendHorizontal aria-hidden />
            <span className="max-sm:sr-only">{t('send')}</span>
          </Button>
        )}
      </div>
    </form>
  );
}
