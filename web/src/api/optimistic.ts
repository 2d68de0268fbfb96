// SPDX-License-Identifier: GPL-3.0-or-later
import { type Query, type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';
import { reads } from './invalidate';
import { rememberVersion } from './versions';

interface Options<Value, Result, Data> {
  /// The path (or paths) whose queries show the change at once, and all below it.
  path: string | readonly string[];
  /// Other paths that are read again afterwards.
  also?: readonly string[];
  send: (value: Value) => Promise<Result>;
  /// What a query's data becomes before the server has answered. `key` is its [path, parameters].
  change: (data: Data, value: Value, key: readonly unknown[]) => Data;
  onFailed?: (error: Error, value: Value) => void;
  onDone?: (result: Result, value: Value) => void;
}

const kind = 'optimistic';

/// Whether a query shows what the mutation with that key changes before the server has answered.
export function isShownBy(mutationKey: QueryKey | undefined, query: Query): boolean {
  const [what, ...paths] = mutationKey ?? [];
  return what === kind && reads(paths as string[])(query);
}

/// A mutation that shows its effect at once and takes it back when the server refuses. Changes of the same paths are
/// sent one after the other; what is shown is read again after the last of them.
export function useOptimisticMutation<Value, Result, Data>(options: Options<Value, Result, Data>) {
  const client = useQueryClient();
  const paths = typeof options.path === 'string' ? [options.path] : options.path;
  const shown = { predicate: reads(paths) };
  const mutationKey = [kind, ...paths];
  return useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: options.send,
    onMutate: async (value: Value) => {
      await client.cancelQueries(shown);
      const before = client.getQueriesData<Data>(shown);
      for (const [key, data] of before) {
        if (data !== undefined) client.setQueryData(key, options.change(data, value, key));
      }
      return before;
    },
    onError: (error, value, before) => {
      for (const [key, data] of before ?? []) client.setQueryData(key, data);
      options.onFailed?.(error, value);
    },
    onSuccess: (result, value) => {
      rememberVersion(result);
      options.onDone?.(result, value);
    },
    onSettled: () => {
      if (client.isMutating({ mutationKey }) > 1) return undefined; // it would take back what the next one shows
      return client.invalidateQueries({ predicate: reads([...paths, ...(options.also ?? [])]) });
    },
  });
}
