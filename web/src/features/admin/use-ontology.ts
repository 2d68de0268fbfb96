// SPDX-License-Identifier: GPL-3.0-or-later
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, ok, type Wire } from '@/api/client';
import { invalidate } from '@/api/invalidate';
import type { Run } from '@/api/runs';
import { sendForm } from '@/api/upload';

export interface Release {
  framework: 'onet' | 'esco';
  release: string;
  file: File;
}

const paths = ['/api/runs', '/api/admin/ontology'] as const;

/// Sends a release; `share` of it has left. The run that reads it goes on by itself.
export function useImport() {
  const client = useQueryClient();
  const [share, setShare] = useState(0);
  const mutation = useMutation({
    mutationFn: ({ framework, release, file }: Release) => {
      const form = new FormData();
      form.append('framework', framework);
      form.append('release', release);
      form.append('release_file', file, file.name);
      setShare(0);
      return sendForm<Run>('/api/admin/ontology/imports', form, setShare).done;
    },
    onSettled: () => invalidate(client, ...paths),
  });
  return { ...mutation, share };
}

/// Has the indexes made anew from the packs that are there.
export function useRebuild() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => ok(api.POST('/api/skills/onet/sync')),
    onSettled: () => invalidate(client, ...paths),
  });
}

type Pack = Pick<Wire<'Pack'>, 'framework' | 'release' | 'checksum'>;

/// What the newest run that went well has made and the server does not use yet.
export function waiting(runs: readonly Run[], inUse: readonly Pick<Pack, 'checksum'>[]): readonly Pack[] {
  const made = runs.find(({ state }) => state === 'ready')?.result?.frameworks ?? [];
  return made.filter(({ checksum }) => inUse.every((pack) => pack.checksum !== checksum));
}
