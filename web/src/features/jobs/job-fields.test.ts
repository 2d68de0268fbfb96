// SPDX-License-Identifier: GPL-3.0-or-later
import { describe, expect, it } from 'vitest';
import type { Wire } from '@/api/client';
import { fieldsOf, wireOf } from './job-fields';

describe('wireOf', () => {
  it('says null for what stays empty', () => {
    const wire = wireOf({ ...fieldsOf(null), description: 'Nurse wanted' });
    expect(wire).toMatchObject({ title: null, job_type: null, url: null, posted_on: null, salary: null, description: 'Nurse wanted' });
  });

  it('reads pay with one end open', () => {
    const wire = wireOf({ ...fieldsOf(null), title: ' Nurse ', low: "41 000", high: '', currency: 'chf', period: 'year' });
    expect(wire.title).toBe('Nurse');
    expect(wire.salary).toEqual({ min: 41_000, max: null, currency: 'CHF', period: 'year' });
  });

  it('makes up no currency and no period that an ad does not state', () => {
    const job = { title: 'Nurse', salary: { min: 30, max: null, currency: null, period: null } } as Wire<'Job'>;
    expect(wireOf(fieldsOf(job)).salary).toEqual({ min: 30, max: null, currency: null, period: null });
  });
});
