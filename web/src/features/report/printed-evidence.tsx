// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { messages as details } from './details/messages';
import { messages } from './messages';
import type { Content } from './use-report';

/// On paper there is no drawer: the words that prove each requirement, one after another.
export function PrintedEvidence({ content }: { content: Content }) {
  const t = useMessages(messages);
  const d = useMessages(details);
  const said = useSaid();
  return (
    <section>
      <h2 className="text-xl">{d('evidence')}</h2>
      <ul className="mt-3 grid gap-3">
        {content.requirements.map((r) => (
          <li key={r.id} className="break-inside-avoid border-t border-line pt-2">
            <h3>
              {r.name} · {t(`status.${r.status}`)}
            </h3>
            {r.job_evidence.slice(0, 2).map((piece) => (
              <p key={piece.start}>
                {d('inJob')}: {d('quoted', { text: piece.text })}
              </p>
            ))}
            {r.resume_evidence.slice(0, 3).map((piece) => (
              <p key={`${piece.start} ${piece.shows}`}>
                {d('inResume')}: {d('quoted', { text: piece.text })} <span {...said(piece.because)} />
              </p>
            ))}
            {r.resume_evidence.length === 0 && <p>{d('notShown')}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
