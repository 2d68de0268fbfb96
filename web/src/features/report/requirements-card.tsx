// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { ChartNoAxesGantt, SlidersHorizontal, Table2 } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useMessages } from '@/i18n/messages';
import { useCommand } from '@/shell/commands';
import { Card } from '@/ui/card';
import { SegmentedControl } from '@/ui/segmented';
import { Tabs } from '@/ui/tabs';
import { messages } from './messages';
import { RequirementChart } from './requirement-chart';
import { RequirementTable } from './requirement-table';
import { countByStatus, type Status, type Supposed } from './score-math';
import { type Content, type Report, useWhatIf } from './use-report';
import { WhatIfBar } from './what-if-bar';

type View = 'chart' | 'table' | 'whatIf';

interface Props {
  report: Report;
  content: Content;
  onOpen: (id: string) => void;
  printing: boolean;
}

/// Every requirement: as a chart, as a table, or with sliders that say "what if".
export function RequirementsCard({ report, content, onOpen, printing }: Props) {
  const t = useMessages(messages);
  const [chosen, setView] = useState<View>('chart');
  const [tab, setTab] = useState<Status | 'all'>('all');
  const [levels, setLevels] = useState<Supposed>({});
  const supposition = useWhatIf(report, content, levels);
  const onLevel = useCallback((id: string, level: number) => setLevels((was) => ({ ...was, [id]: level })), []);
  useCommand(t('view.whatIf'), () => setView('whatIf'));
  // What was clicked shows at once that it was; the sixty rows that follow may take their time, and be left half-way.
  const laterView = useDeferredValue(chosen);
  const laterTab = useDeferredValue(tab);
  const view: View = printing ? 'table' : laterView;
  const which = printing ? 'all' : laterTab;

  const { requirements } = content;
  const counts = countByStatus(requirements);
  const shown = useMemo(() => requirements.filter(({ status }) => which === 'all' || status === which), [requirements, which]);
  const supposes = view === 'whatIf';
  const content_ = shown.length === 0 ? (
    <p className="px-6 py-10 text-center text-ink-soft">{t(`none.${which === 'all' ? 'missing' : which}`)}</p>
  ) : view === 'table' ? (
    <div className="px-2 pb-2 sm:px-6 sm:pb-5">
      <RequirementTable requirements={shown} corrections={report.corrections} onOpen={onOpen} />
    </div>
  ) : (
    <RequirementChart
      requirements={shown}
      corrections={report.corrections}
      onOpen={onOpen}
      levels={supposes ? levels : undefined}
      supposition={supposes ? supposition : undefined}
      onLevel={onLevel}
    />
  );

  return (
    <Card flush className="overflow-visible">
      <div className="flex flex-wrap items-center justify-between gap-3 p-4 sm:px-6 sm:pt-5">
        <h2 className="font-sans text-base font-semibold tracking-normal">{t('requirementsTitle')}</h2>
        <div className="max-w-full overflow-x-auto print:hidden">
          <SegmentedControl<View>
            label={t('view')}
            value={chosen}
            onChange={setView}
            segments={[
              { value: 'chart', label: t('view.chart'), icon: ChartNoAxesGantt },
              { value: 'table', label: t('view.table'), icon: Table2 },
              { value: 'whatIf', label: t('view.whatIf'), icon: SlidersHorizontal },
            ]}
          />
        </div>
      </div>
      {supposes && (
        <WhatIfBar content={content} supposition={supposition} changes={Object.keys(levels).length} onReset={() => setLevels({})} />
      )}
      {printing ? (
        content_
      ) : (
        <Tabs
          label={t('which')}
          value={tab}
          onChange={(value) => setTab(value as Status | 'all')}
          tabs={[
            { value: 'all', label: t('all'), count: content.requirements.length, content: content_ },
            { value: 'missing', label: t('status.missing'), count: counts.missing, content: content_ },
            { value: 'weak', label: t('status.weak'), count: counts.weak, content: content_ },
            { value: 'matched', label: t('status.matched'), count: counts.matched, content: content_ },
          ]}
        />
      )}
    </Card>
  );
}
