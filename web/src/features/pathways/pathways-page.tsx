// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Route } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useMessages } from '@/i18n/messages';
import { ButtonLink } from '@/ui/button';
import { Select } from '@/ui/input';
import { PageHeader } from '@/ui/page-header';
import { SearchWords } from '@/ui/search-input';
import { EmptyState } from '@/ui/states';
import { messages } from './messages';
import { PathwayList } from './pathway-list';
import { pathwayAddress, type Place, useReadResumes } from './use-pathways';

const placeIn = (address: URLSearchParams): Place => ({ q: (address.get('q') ?? '').slice(0, 200), resume: address.get('resume') });

// The page is the same one; nothing is loaded and nothing is added to the way back. A second change that is made before
// the page has followed the first is on top of it.
const go = (part: Partial<Place>) =>
  window.history.replaceState(null, '', pathwayAddress({ ...placeIn(new URLSearchParams(location.search)), ...part }));

export function PathwaysPage() {
  const t = useMessages(messages);
  const place = placeIn(useSearchParams());
  const resumes = useReadResumes();
  const needs = resumes?.length === 0;
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')}>
        {resumes && resumes.length > 1 && (
          <Select
            aria-label={t('resume')}
            className="w-64 max-w-full"
            value={place.resume ?? resumes.find((one) => one.is_default)?.id ?? ''}
            onChange={(event) => go({ resume: event.target.value })}
          >
            {resumes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        )}
      </PageHeader>
      {needs ? (
        <EmptyState icon={Route} title={t('needResumeTitle')} action={<ButtonLink href="/resumes">{t('addResume')}</ButtonLink>}>
          {t('needResumeText')}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-5">
          <SearchWords label={t('search')} words={place.q} onWords={(q) => go({ q })} />
          <PathwayList place={place} hasResume={resumes !== undefined} />
        </div>
      )}
    </>
  );
}
