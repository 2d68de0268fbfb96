// SPDX-License-Identifier: GPL-3.0-or-later
'use client';

import { Trash2 } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import type { Wire } from '@/api/client';
import { fieldError, isConflict } from '@/api/error';
import { useFormat } from '@/i18n/format';
import { useMessages } from '@/i18n/messages';
import { Button } from '@/ui/button';
import { Switch } from '@/ui/checkbox';
import { Clashes } from '@/ui/clashes';
import { Drawer } from '@/ui/dialog';
import { Field } from '@/ui/field';
import { Input, Select } from '@/ui/input';
import { toast } from '@/ui/toast';
import { type Clash, useDraft } from '@/ui/use-draft';
import { EraseUserDialog } from './erase-user';
import { messages } from './messages';
import { type User, useSaveUser } from './use-admin';
import { UserTokens } from './user-tokens';

const plans = ['free', 'plus', 'host'] as const;

type Fields = Record<string, string | boolean>;
const limitOf = (name: string) => `limit ${name}`;

/// Limits by their name; what stands there is the plan's where the account has none of its own.
function fieldsOf(user: User): Fields {
  const limits = user.quotas.map(({ name, limit }) => [limitOf(name), String(limit ?? '')]);
  return { role: user.role, plan: user.plan, renews: user.renews_on ?? '', disabled: user.disabled, ...Object.fromEntries(limits) };
}

/// What is sent of a form over an account: of the limits those that were changed, null to go back to the plan's.
function patchOf(form: Fields, base: User): Wire<'AdminUserPatch'> {
  const was = fieldsOf(base);
  const changed = base.quotas.map(({ name }) => name).filter((name) => form[limitOf(name)] !== was[limitOf(name)]);
  const numberOf = (text: unknown) => (text === '' ? null : Math.max(0, Math.round(Number(text))));
  return {
    role: form.role === 'admin' ? 'admin' : 'user',
    plan: plans.find((one) => one === form.plan) ?? 'free',
    renews_on: String(form.renews) || null,
    disabled: form.disabled === true,
    ...(changed.length > 0 && { quotas: Object.fromEntries(changed.map((name) => [name, numberOf(form[limitOf(name)])])) }),
  };
}

/// What a field is called, and how a value of it reads.
function useWords(user: User) {
  const t = useMessages(messages);
  const f = useFormat();
  const own = { role: t('role'), plan: t('plan'), renews: t('renews'), disabled: t('disabledLabel') };
  const limits = Object.fromEntries(user.quotas.map(({ name }) => [limitOf(name), t(`quota.${name}`)]));
  return {
    nameOf: (field: string) => ({ ...limits, ...own })[field] ?? field,
    show: ({ field, theirs }: Clash<Fields>) => {
      if (field === 'role') return t(theirs === 'admin' ? 'role.admin' : 'role.user');
      if (field === 'plan') return t(`plan.${plans.find((one) => one === theirs) ?? 'free'}`);
      if (field === 'renews' && theirs) return f.day(String(theirs));
      return field === 'disabled' ? t(theirs ? 'yes' : 'no') : String(theirs);
    },
  };
}

/// What an administrator may change of an account. Limits that are not changed stay the plan's.
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const t = useMessages(messages);
  const id = useId();
  const save = useSaveUser();
  const refused = isConflict(save.error);
  const { base, form, set, clashes, take } = useDraft(user, fieldsOf, refused);
  const words = useWords(user);
  const [erases, setErases] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ user: base, body: patchOf(form, base) }, { onSuccess: onClose });
  };
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
        {refused && <Clashes clashes={clashes} nameOf={words.nameOf} show={words.show} onTake={take} />}
        {save.isError && !refused && (
          <p role="alert" className="rounded-md bg-bad-soft px-3.5 py-2.5 text-sm font-medium text-bad">
            {save.error.message}
          </p>
        )}
        <div className="grid grid-cols-1 items-start gap-4 sm:grid-cols-2">
          <Field label={t('role')} error={fieldError(save.error, 'role')}>
            <Select value={String(form.role)} onChange={(e) => set({ role: e.target.value })}>
              <option value="user">{t('role.user')}</option>
              <option value="admin">{t('role.admin')}</option>
            </Select>
          </Field>
          <Field label={t('plan')} error={fieldError(save.error, 'plan')}>
            <Select value={String(form.plan)} onChange={(e) => set({ plan: e.target.value })}>
              {plans.map((one) => (
                <option key={one} value={one}>
                  {t(`plan.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
        </div>
        <Field label={t('renews')} optional hint={t('renewsHint')} error={fieldError(save.error, 'renews_on')}>
          <Input type="date" value={String(form.renews)} onChange={(e) => set({ renews: e.target.value })} />
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
                  value={String(form[limitOf(quota.name)] ?? '')}
                  onChange={(e) => set({ [limitOf(quota.name)]: e.target.value })}
                />
              </Field>
            ))}
          </div>
        </fieldset>
        {/* Not asked for again once the account is closed. */}
        {!erases && <UserTokens id={user.id} />}
        <Switch checked={form.disabled === true} onChange={(e) => set({ disabled: e.target.checked })}>
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
