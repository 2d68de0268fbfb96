// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useQuery } from '@tanstack/react-query';
import { ExternalLink } from 'lucide-react';
import { get, type Wire } from '@/api/client';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { useSaid } from '@/i18n/server-text';
import { Badge } from '@/ui/badge';
import { Card } from '@/ui/card';
import { SkeletonList } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { ImportRelease } from './import-release';
import { messages } from './messages';
import { OntologyRuns } from './ontology-runs';

/// What skills and occupations are known from, and the way to a newer release.
export function Ontology() {
  const t = useMessages(messages);
  const f = useFormat();
  // A run that changes it may be another administrator's, of whose end nobody tells this one.
  const found = useQuery({ ...get('/api/admin/ontology'), refetchInterval: ({ state }) => (state.data?.run_id ? 2000 : false) });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (found.isPending) return <SkeletonList label={t('loading')} row="h-40" />;
  const { frameworks, lexicon_names, run_id } = found.data;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
      <p className="text-ink-soft">{t('ontologyLead', { names: f.number(lexicon_names) })}</p>
      <ul aria-label={t('packs')} className="grid gap-4 lg:grid-cols-3">
        {frameworks.map((pack) => (
          <Pack key={pack.framework} pack={pack} />
        ))}
      </ul>
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-2">
        <ImportRelease busy={run_id !== null} />
        <OntologyRuns inUse={frameworks} busyElsewhere={run_id} />
      </div>
    </div>
  );
}

function Pack({ pack }: { pack: Wire<'Framework'> }) {
  const t = useMessages(messages);
  const said = useSaid();
  const f = useFormat();
  const figures = [
    [t('skills'), pack.skills],
    [t('occupations'), pack.occupations],
    [t('aliases'), pack.aliases],
  ] as const;
  return (
    <Card as="li" className="flex min-w-0 flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-lg">
          <span {...said(pack.name)} /> <span className="figures">{pack.release}</span>
        </h2>
        <Badge>{said(pack.licence).children}</Badge>
      </div>
      <dl className="grid grid-cols-3 gap-2">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-xs text-ink-soft">{name}</dt>
            <dd className="font-semibold figures">{f.number(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-ink-soft">{pack.imported_at ? t('importedAt', { when: f.time(pack.imported_at) }) : t('shipped')}</p>
      <p className="grow text-xs text-ink-soft" {...said(pack.attribution)} />
      <p className="flex flex-wrap items-center justify-between gap-2 text-xs text-ink-soft">
        <span className="figures">{t('checksum', { sum: pack.checksum })}</span>
        <a href={pack.link} target="_blank" rel="noreferrer" className="inline-flex items-center gap-1 font-semibold text-primary hover:underline">
          {t('source')}
          <ExternalLink aria-hidden className="size-3.5" />
        </a>
      </p>
    </Card>
  );
}
