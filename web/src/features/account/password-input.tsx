// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { IconButton } from '@/ui/button';
import { Input } from '@/ui/input';
import { messages } from './messages';

/// A password that can be looked at.
export function PasswordInput(props: Omit<ComponentProps<typeof Input>, 'type'>) {
  const t = useMessages(messages);
  const [shown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...props} type={shown ? 'text' : 'password'} className="pr-11" />
      <IconButton
        size="sm"
        label={shown ? t('hide') : t('show')}
        onClick={() => setShown(!shown)}
        className="absolute top-1 right-1.5"
      >
        {shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
      </IconButton>
    </div>
  );
}
