// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from './button';
import { Input } from './input';
import { messages } from './messages';

/// Something that is shown this once: to be copied now.
export function Secret({ label, value }: { label: string; value: string }) {
  const t = useMessages(messages);
  const id = useId();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
  };
  return (
    <div className="grid gap-1.5 rounded-lg bg-warn-soft p-4">
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex flex-wrap gap-2">
        <span className="min-w-0 flex-1 basis-48">
          <Input
            id={id}
            readOnly
            value={value}
            spellCheck={false}
            onFocus={(event) => event.target.select()}
            className="font-mono text-sm"
          />
        </span>
        <Button look="secondary" onClick={() => void copy()}>
          {copied ? <Check aria-hidden /> : <Copy aria-hidden />}
          {t(copied ? 'copied' : 'copy')}
        </Button>
      </div>
      <p className="text-sm text-warn">{t('shownOnce')}</p>
    </div>
  );
}
