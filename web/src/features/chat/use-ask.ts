// SPDX-License-Identifier: GPL-3.0-or-later
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, ok } from '@/api/client';
import { refusal } from '@/api/error';
import { invalidate } from '@/api/invalidate';
import { readEvents } from './event-reader';
import { type Chat, type ChatMessage, type Kind, messagesKey } from './use-chat';

/// A question on its way.
export interface Live {
  asked: string;
  /// As it is kept, once the server has it.
  question: ChatMessage | null;
  /// What came of the answer so far.
  text: string;
  stopped: boolean;
  /// Answers that were there before: not what is waited for.
  before: readonly string[];
}

interface Start {
  chat: Chat | null;
  job: string | null;
  resume: string | null;
  context: readonly Kind[];
}

/// The answer that came to a question since, if any.
export function answerTo(live: Live, said: readonly ChatMessage[]): ChatMessage | undefined {
  const at = said.findIndex(({ id }) => id === live.question?.id);
  return at < 0 ? undefined : said.slice(at + 1).find(({ id, role }) => role === 'assistant' && !live.before.includes(id));
}

/// POSTs and reads what comes back as it comes.
async function stream(path: string, body: object | undefined, signal: AbortSignal, on: (name: string, data: unknown) => void) {
  const reply = await fetch(path, {
    method: 'POST',
    signal,
    headers: {
      Accept: 'text/event-stream',
      'X-Headway-Request': '1',
      ...(body && { 'Content-Type': 'application/json' }),
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(async (error: unknown) => {
    throw signal.aborted ? error : await refusal(0, null);
  });
  if (!reply.ok || !reply.body) {
    const problem: unknown = await reply.json().catch(() => null);
    throw await refusal(reply.status, problem);
  }
  await readEvents(reply.body, ({ name, data }) => on(name, JSON.parse(data)));
}

/// Asks, asks again, stops. A chat that is not there yet is made with its first question.
export function useAsk(onMade: (id: string) => void) {
  const client = useQueryClient();
  const [live, setLive] = useState<Live | null>(null);
  const [failed, setFailed] = useState<{ asked: string; error: Error } | null>(null);
  const [made, setMade] = useState<string | null>(null);
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (id: string, path: string, body: object | undefined, begin: Live) => {
    const control = new AbortController();
    running.current = control;
    setFailed(null);
    setLive(begin);
    let done = false;
    try {
      await stream(path, body, control.signal, (name, data) => {
        if (name === 'question') {
          const question = data as ChatMessage;
          setLive((now) => now && { ...now, question });
          client.setQueryData<ChatMessage[]>(messagesKey(id), (was = []) => (was.some((m) => m.id === question.id) ? was : [...was, question]));
        }
        if (name === 'delta') setLive((now) => now && { ...now, text: now.text + (data as { text: string }).text });
        if (name !== 'done') return;
        done = true;
        const answer = data as ChatMessage;
        client.setQueryData<ChatMessage[]>(messagesKey(id), (was = []) => [
          ...was.filter((message) => !begin.before.includes(message.id) && message.id !== answer.id),
          answer,
        ]);
      });
    } catch (error) {
      if (!control.signal.aborted) setFailed({ asked: begin.asked, error: error as Error });
    }
    // What was stopped is kept by the server a moment later; its event has the messages read again.
    setLive((now) => (now && !done && control.signal.aborted && now.text !== '' ? { ...now, stopped: true } : null));
    await invalidate(client, '/api/chats');
  };

  const ask = async ({ chat, job, resume, context }: Start, content: string) => {
    const begin = { asked: content, question: null, text: '', stopped: false, before: [] };
    setLive(begin);
    let id = chat?.id ?? made;
    try {
      if (id === null) {
        const body = { title: '', model: '', job_id: job, resume_id: resume, context: [...context] };
        id = (await ok(api.POST('/api/chats', { body }))).id;
        setMade(id);
      }
    } catch (error) {
      setLive(null);
      setFailed({ asked: content, error: error as Error });
      return;
    }
    await run(id, `/api/chats/${id}/messages`, { content }, begin);
    if (!chat) onMade(id);
  };

  const again = (question: ChatMessage, before: readonly string[]) =>
    run(question.chat_id, `/api/chats/${question.chat_id}/messages/${question.id}/answer`, undefined, {
      asked: question.content,
      question,
      text: '',
      stopped: false,
      before,
    });

  return { live, failed, ask, again, stop: () => running.current?.abort() };
}
