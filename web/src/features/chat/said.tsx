// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { RotateCcw } from 'lucide-react';
import { Fragment } from 'react';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Answer, Growing, Question } from './bubble';
import { messages } from './messages';
import { answerTo, type Live } from './use-ask';
import type { ChatMessage } from './use-chat';

interface Props {
  said: readonly ChatMessage[];
  live: Live | null;
  job: string | null;
  onAgain: (question: ChatMessage, before: readonly string[]) => void;
}

/// What was said, and what is being said.
export function Said({ said, live, job, onAgain }: Props) {
  const t = useMessages(messages);
  const waits = live !== null && answerTo(live, said) === undefined;
  const known = waits && said.some(({ id }) => id === live.question?.id);
  const shown = waits ? said.filter(({ id }) => !live.before.includes(id)) : said;
  const last = shown.findLastIndex(({ role }) => role === 'user');
  const question = shown[last];
  const answers = shown.slice(last + 1);
  const again = question && !waits ? () => onAgain(question, answers.map(({ id }) => id)) : undefined;
  return (
    <>
      {shown.map((message, i) => (
        <Fragment key={message.id}>
          {message.role === 'user' ? (
            <Question text={message.content} />
          ) : (
            <Answer
              message={message}
              question={shown[i - 1]?.content ?? ''}
              job={job}
              onAgain={i === shown.length - 1 && message.model !== null ? again : undefined}
            />
          )}
        </Fragment>
      ))}
      {question && answers.length === 0 && again && (
        <Button look="quiet" size="sm" className="justify-self-start" onClick={again}>
          <RotateCcw aria-hidden />
          {t('answerIt')}
        </Button>
      )}
      {waits && (
        <>
          {!known && <Question text={live.asked} />}
          <Growing text={live.text} stopped={live.stopped} />
        </>
      )}
    </>
  );
}
