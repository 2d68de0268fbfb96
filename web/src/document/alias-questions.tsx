// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { MessageCircleQuestion } from 'lucide-react';
import { api, get, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Button } from '@/ui/button';
import { Card } from '@/ui/card';
import { toast } from '@/ui/toast';
import { messages } from './messages';
import { type Subject, touched, useRescoredToast } from './use-skills';

type Suggestion = Wire<'AliasSuggestion'>;
const path = '/api/alias-suggestions';

function useAnswer() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const rescored = useRescoredToast();
  return useMutation({
    mutationFn: ({ item, action }: { item: Suggestion; action: 'confirm' | 'reject' }) =>
      ok(api.POST('/api/aliases', { body: { text: item.text, action, skill_id: item.skill.id } })),
    onSuccess: ({ alias, rescored: reports }) => {
      const named = { text: alias.text, skill: alias.skill.name };
      toast(alias.action === 'confirm' ? t('answered', named) : t('refused', named));
      rescored(reports);
    },
    onError: (error) => toast(t('failed', { reason: error.message }), { bad: true }),
    onSettled: () => invalidate(client, ...touched),
  });
}

/// Words that may mean a skill, as questions with yes and no. Nothing when there is nothing to ask.
export function AliasQuestions({ subject }: { subject: Subject }) {
  const t = useMessages(messages);
  const found = useQuery(get(path, { params: { query: { ...subject, limit: 5 } } }));
  const answer = useAnswer();
  const said = useSaid();
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card tone="note">
      <h2 className="flex items-center gap-2 font-sans text-base font-semibold tracking-normal">
        <MessageCircleQuestion aria-hidden className="size-5 text-note" />
        {t('questions', { count: items.length })}
      </h2>
      <ul className="mt-3 grid gap-3">
        {items.map((item) => (
          <li key={`${item.text}-${item.skill.id}`} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
            <div className="min-w-0">
              <p className="font-medium">{t('question', { text: item.text, skill: item.skill.name })}</p>
              <p className="text-sm text-ink-soft" {...said(item.because)} />
            </div>
            <div className="flex gap-2">
              <Button size="sm" busy={answer.isPending} aria-label={`${t('yes')}: ${item.text}`} onClick={() => answer.mutate({ item, action: 'confirm' })}>
                {t('yes')}
              </Button>
              <Button
                size="sm"
                look="secondary"
                busy={answer.isPending}
                aria-label={`${t('no')}: ${item.text}`}
                onClick={() => answer.mutate({ item, action: 'reject' })}
              >
                {t('no')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
