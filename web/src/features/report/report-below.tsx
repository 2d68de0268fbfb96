// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Arithmetic } from './arithmetic';
import { History } from './history';
import { Beyond, Provenance, Unclaimed } from './more-skills';
import { PrintedEvidence } from './printed-evidence';
import type { Content, Report } from './use-report';

/// What stands below the requirements: how the score comes about, how it went, and what else was read.
export function ReportBelow({ report, content, printing }: { report: Report; content: Content; printing: boolean }) {
  return (
    <>
      <Arithmetic key={printing ? 'paper' : 'screen'} content={content} open={printing} />
      {printing && <PrintedEvidence content={content} />}
      <History report={report} />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-6 lg:grid-cols-2">
        <Beyond content={content} printing={printing} />
        <Unclaimed content={content} />
      </div>
      <Provenance key={`made ${printing ? 'paper' : 'screen'}`} content={content} open={printing} />
    </>
  );
}
