// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { ApiError, fieldError } from '@/api/error';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Switch } from '@/ui/checkbox';
import { Drawer } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { toast } from '@/ui/toast';
import { EraseUserDialog } from './erase-user';
import { messages } from './messages';
import { type User, useSaveUser } from './use-admin';
import { UserTokens } from './user-tokens';

const plans = ['free', 'plus', 'host'] as const;

/// What an administrator may change of an account. Limits that are not changed stay the plan's.
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useMessages(messages);
  const id = useId();
  const save = useSaveUser(user);
  const [form, setForm] = useState({ role: user.role, plan: user.plan, renews: user.renews_on ?? '', disabled: user.disabled });
  const [erases, setErases] = useState(false);
  const [limits, setLimits] = useState<Readonly<Record<string, string>>>({});
  const set = (part: Partial<typeof form>) => setForm((was) => ({ ...was, ...part }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const quotas = Object.fromEntries(
      Object.entries(limits).map(([name, text]) => [name, text === '' ? null : Math.max(0, Math.round(Number(text)))]),
    );
    save.mutate(
      {
        role: form.role,
        plan: form.plan,
        renews_on: form.renews || null,
        disabled: form.disabled,
        ...(Object.keys(quotas).length > 0 && { quotas }),
      },
      { onSuccess: onClose },
    );
  };
  const changed = save.error instanceof ApiError && save.error.status === 412;
  return (
    <Drawer
      open
      title={user.name || user.email}
      onClose={onClose}
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" form={id} busy={save.isPending}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={submit} className="grid grid-cols-1 gap-5">
        <p className="text-ink-soft wrap-anywhere">{user.email}</p>
        {save.isError && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {changed ? t('changedElsewhere') : save.error.message}
          </p>
        )}
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <Field label={t('role')} error={fieldError(save.error, 'role')}>
            <Select value={form.role} onChange={(e) => set({ role: e.target.value === 'admin' ? 'admin' : 'user' })}>
              <option value="user">{t('role.user')}</option>
              <option value="admin">{t('role.admin')}</option>
            </Select>
          </Field>
          <Field label={t('plan')} error={fieldError(save.error, 'plan')}>
            <Select value={form.plan} onChange={(e) => set({ plan: plans.find((one) => one === e.target.value) ?? 'free' })}>
              {plans.map((one) => (
                <option key={one} value={one}>
                  {t(`plan.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field label={t('renews')} optional hint={t('renewsHint')} error={fieldError(save.error, 'renews_on')}>
          <Input type="date" value={form.renews} onChange={(e) => set({ renews: e.target.value })} />
        </Field>
        <fieldset className="grid grid-cols-1 gap-3 rounded-lg border border-line p-4">
          <legend className="px-1.5 text-sm font-semibold">{t('limits')}</legend>
          <p className="text-sm text-ink-soft">{t('limitsHint')}</p>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
            {user.quotas.map((quota) => (
              <Field key={quota.name} label={t(`quota.${quota.name}`)} hint={t('used', { count: quota.used })} error={fieldError(save.error, `quotas.${quota.name}`)}>
                <Input
                  type="number"
                  inputMode="numeric"
                  min={0}
                  value={limits[quota.name] ?? quota.limit ?? ''}
                  onChange={(e) => setLimits((was) => ({ ...was, [quota.name]: e.target.value }))}
                />
              </Field>
            ))}
          </div>
        </fieldset>
        <UserTokens id={user.id} />
        <Switch checked={form.disabled} onChange={(e) => set({ disabled: e.target.checked })}>
          {t('disabledLabel')}
        </Switch>
        <Button look="danger" size="sm" className="justify-self-start" onClick={() => setErases(true)}>
          <Trash2 aria-hidden />
          {t('erase')}
        </Button>
      </form>
      {erases && (
        <EraseUserDialog
          user={user}
          onClose={() => setErases(false)}
          onErased={() => {
            toast(t('erased', { email: user.email }));
            onClose();
          }}
        />
      )}
    </Drawer>
  );
}
