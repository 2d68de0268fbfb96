// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { api, get, ifMatch, ok, type Wire } from '@/api/client';
import { nearestLanguage } from '@/i18n/language';
import { useMessages } from '@/i18n/messages';
import { settingsScope } from '@/shell/use-settings';
import { Switch } from '@/ui/checkbox';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { Skeleton } from '@/ui/skeleton';
import { ErrorState } from '@/ui/states';
import { messages } from './messages';
import { Notice } from '@/ui/notice';

const path = '/api/settings';

/// Settings are kept as soon as they are changed.
export function Preferences() {
  const t = useMessages(messages);
  const client = useQueryClient();
  const settings = useQuery(get(path));
  const [hours, setHours] = useState<string | null>(null);
  const save = useMutation({
    scope: settingsScope,
    // Each is a choice of its own: what else was changed meanwhile, here or elsewhere, does not speak against it.
    mutationFn: async (body: Wire<'SettingsPatch'>) => {
      const newest = await client.fetchQuery({ ...get(path), staleTime: 0 });
      return ok(api.PATCH(path, { params: { header: ifMatch(newest) }, body }));
    },
    onSuccess: (now) => client.setQueryData(get(path).queryKey, now),
    onError: () => client.invalidateQueries({ queryKey: [path] }),
  });
  const zone = settings.data?.time_zone;
  const zones = useMemo(() => {
    const known = Intl.supportedValuesOf('timeZone');
    return ['UTC', ...known.filter((one) => one !== 'UTC'), ...(zone && zone !== 'UTC' && !known.includes(zone) ? [zone] : [])];
  }, [zone]);
  if (settings.isError && !settings.data) return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />;
  if (!settings.data) return <Skeleton className="h-48 w-full" />;
  const now = settings.data;
  const keepHours = () => {
    const wanted = Number(hours);
    if (hours !== null && hours !== '' && Number.isInteger(wanted) && wanted >= 0 && wanted <= 80 && wanted !== now.weekly_hours) {
      save.mutate({ weekly_hours: wanted });
    }
    setHours(null);
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-3">
        <Field label={t('language')}>
          <Select value={nearestLanguage(now.language)} onChange={(e) => save.mutate({ language: nearestLanguage(e.target.value) })}>
            <option value="en">English</option>
            <option value="de">Deutsch</option>
          </Select>
        </Field>
        <Field label={t('timeZone')}>
          <Select value={now.time_zone} onChange={(e) => save.mutate({ time_zone: e.target.value })}>
            {zones.map((one) => (
              <option key={one} value={one}>
                {one.replaceAll('_', ' ')}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('weeklyHours')}>
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={80}
            value={hours ?? String(now.weekly_hours)}
            onChange={(e) => setHours(e.target.value)}
            onBlur={keepHours}
            onKeyDown={(e) => e.key === 'Enter' && keepHours()}
          />
        </Field>
      </div>
      <Switch checked={now.email_notifications} onChange={(e) => save.mutate({ email_notifications: e.target.checked })}>
        {t('mails')}
      </Switch>
      <p className="-mt-2 text-sm text-ink-soft">{t('mailsHint')}</p>
      {save.isError && <Notice bad>{save.error.message}</Notice>}
      {save.isSuccess && <Notice>{t('saved')}</Notice>}
    </div>
  );
}
