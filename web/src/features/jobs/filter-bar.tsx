// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { SlidersHorizontal } from 'lucide-react';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Select } from '@/ui/input';
import { Popover } from '@/ui/popover';
import { SearchWords } from '@/ui/search-input';
import { FitAbout } from './fit';
import { type Filters, hiddenFilters, searched, sorts, without } from './filters';
import { messages } from './messages';
import { MoreFilters } from './more-filters';
import { useHasResume } from './use-jobs';

interface Props {
  filters: Filters;
  /// What the filters become, from what they are by then.
  onChange: (next: (now: Filters) => Filters) => void;
}

/// Search as one types, the two most used filters, the others behind a button, and the order.
export function FilterBar({ filters, onChange }: Props) {
  const t = useMessages(messages);
  const hidden = hiddenFilters(filters);
  const hasResume = useHasResume();
  const offered = sorts.filter((sort) => (sort !== 'relevance' || filters.q) && (sort !== 'fit' || hasResume !== false || filters.sort === 'fit'));
  const toggle = (name: 'saved' | 'remote') => onChange((now) => (now[name] ? without(now, name) : { ...now, [name]: true }));
  return (
    <div className="grid gap-3">
      <SearchWords label={t('search')} words={filters.q ?? ''} onWords={(words) => onChange((now) => searched(now, words))} />
      <div className="flex flex-wrap items-center gap-2">
        <Chip pressed={filters.saved === true} onClick={() => toggle('saved')}>
          {t('savedOnly')}
        </Chip>
        <Chip pressed={filters.remote === true} onClick={() => toggle('remote')}>
          {t('remoteOnly')}
        </Chip>
        <Popover
          label={t('filters')}
          align="start"
          trigger={
            <Button size="sm" look="secondary">
              <SlidersHorizontal aria-hidden />
              {hidden > 0 ? t('filtersOn', { count: hidden }) : t('filters')}
            </Button>
          }
        >
          <MoreFilters filters={filters} onChange={onChange} />
        </Popover>
        <span className="ml-auto flex items-center gap-2 max-sm:ml-0">
          <FitAbout />
          <Select
            aria-label={t('sort')}
            className="w-48"
            value={filters.sort}
            onChange={(event) => {
              const sort = event.target.value as Filters['sort'];
              onChange((now) => ({ ...now, sort }));
            }}
          >
            {offered.map((sort) => (
              <option key={sort} value={sort}>
                {t(`sort.${sort}`)}
              </option>
            ))}
          </Select>
        </span>
      </div>
    </div>
  );
}
