// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { TriangleAlert } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { messages } from './messages';
import { RequirementsCard } from './requirements-card';
import { SummaryCard } from './summary-card';
import type { Content, Report } from './use-report';
import { usePrinting } from './use-printing';

// Not needed to see the result: fetched after it.
const ReportBelow = dynamic(() => import('./report-below').then((m) => m.ReportBelow), { ssr: false });
const EvidenceDrawer = dynamic(() => import('./evidence-drawer').then((m) => m.EvidenceDrawer), { ssr: false });

/// A report that is ready.
export function ReportView({ report, content }: { report: Report; content: Content }) {
  const t = useMessages(messages);
  const said = useSaid();
  const [opened, setOpened] = useState<string | null>(null);
  const printing = usePrinting();
  // After a correction the same requirement of the new report stays open; one that is gone closes.
  const requirement = content.requirements.find(({ id }) => id === opened);
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
      <SummaryCard report={report} content={content} />
      {content.warnings.length > 0 && (
        <ul aria-label={t('warnings')} className="grid gap-2 rounded-lg border border-needed/40 bg-warn-soft px-5 py-4">
          {content.warnings.map((warning) => (
            <li key={warning} className="flex gap-3">
              <TriangleAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
              <span {...said(warning)} />
            </li>
          ))}
        </ul>
      )}
      <RequirementsCard key={report.id} report={report} content={content} onOpen={setOpened} printing={printing} />
      <ReportBelow report={report} content={content} printing={printing} />
      {requirement && <EvidenceDrawer key={requirement.id} report={report} requirement={requirement} onClose={() => setOpened(null)} />}
    </div>
  );
}
