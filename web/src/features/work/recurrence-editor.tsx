// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { addDays } from '@/i18n/days';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Chip } from '@/ui/badge';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { messages } from './messages';
import { frequencies, inWords, readRule, type Rule, weekdayName, weekdayOf, weekdays, writeRule } from './recurrence';

interface Props {
  /// '' does not repeat.
  value: string;
  start: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

const within = (text: string, most: number) => Math.max(1, Math.min(most, Math.round(Number(text)) || 1));

/// How a task repeats, chosen part by part and said in words.
export function RecurrenceEditor({ value, start, onChange, error }: Props) {
  const t = useMessages(messages);
  const f = useFormat();
  const rule = value === '' ? null : readRule(value);
  const set = (part: Partial<Rule>) => rule && onChange(writeRule({ ...rule, ...part }));
  const ends = !rule ? 'never' : rule.count !== null ? 'count' : rule.until !== null ? 'until' : 'never';
  const begin = (every: string) => {
    const known = frequencies.find((one) => one === every);
    if (!known) return onChange('');
    const fresh: Rule = { every: known, interval: 1, days: known === 'WEEKLY' ? [weekdayOf(start)] : [], count: null, until: null };
    onChange(writeRule(rule ? { ...rule, every: known, days: fresh.days } : fresh));
  };
  return (
    <fieldset className="grid grid-cols-1 gap-3 rounded-lg border border-line p-4">
      <legend className="px-1.5 text-sm font-semibold">{t('repeats')}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <Field label={t('howOften')} error={error}>
          <Select value={rule?.every ?? ''} onChange={(event) => begin(event.target.value)}>
            <option value="">{t('never')}</option>
            {frequencies.map((one) => (
              <option key={one} value={one}>
                {t(`frequency.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        {rule && (
          <Field label={t(`interval.${rule.every}`)}>
            <Input type="number" min={1} max={99} value={rule.interval} onChange={(event) => set({ interval: within(event.target.value, 99) })} />
          </Field>
        )}
      </div>
      {rule?.every === 'WEEKLY' && (
        <div role="group" aria-label={t('onDays')} className="flex flex-wrap gap-1.5">
          {weekdays.map((day) => {
            const on = rule.days.includes(day);
            return (
              <Chip key={day} pressed={on} onClick={() => set({ days: on ? rule.days.filter((other) => other !== day) : [...rule.days, day] })}>
                <span aria-hidden>{weekdayName(day, f.language, 'short')}</span>
                <span className="sr-only">{weekdayName(day, f.language, 'long')}</span>
              </Chip>
            );
          })}
        </div>
      )}
      {rule && (
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Field label={t('ends')}>
            <Select
              value={ends}
              onChange={(event) =>
                set({
                  count: event.target.value === 'count' ? 10 : null,
                  until: event.target.value === 'until' ? addDays(start, 90) : null,
                })
              }
            >
              <option value="never">{t('endsNever')}</option>
              <option value="count">{t('endsCount')}</option>
              <option value="until">{t('endsUntil')}</option>
            </Select>
          </Field>
          {ends === 'count' && (
            <Field label={t('times')}>
              <Input type="number" min={1} max={999} value={rule.count ?? 1} onChange={(event) => set({ count: within(event.target.value, 999) })} />
            </Field>
          )}
          {ends === 'until' && (
            <Field label={t('lastDay')}>
              <Input type="date" min={start} value={rule.until ?? ''} onChange={(event) => event.target.value && set({ until: event.target.value })} />
            </Field>
          )}
        </div>
      )}
      {rule && (
        <p role="status" className="text-sm font-medium text-primary">
          {inWords(rule, t, f)}
        </p>
      )}
    </fieldset>
  );
}
