// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { Badge, type Tone } from '@/ui/badge';
import { messages } from './messages';
import type { Stage } from './use-jobs';

const tones: Readonly<Record<Stage, Tone>> = { saved: 'plain', applied: 'note', interview: 'warn', offer: 'good', rejected: 'bad', ghosted: 'plain' };

export function StageBadge({ stage }: { stage: Stage }) {
  const t = useMessages(messages);
  return <Badge tone={tones[stage]}>{t(`stage.${stage}`)}</Badge>;
}
