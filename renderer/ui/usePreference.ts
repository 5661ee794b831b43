// What a screen remembers for the person at it (columns, filters, drafts), read once and written at every change. It lives in the
// office file, so it comes back on the same office whatever window shows it.
import { useQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { api, client, queryClient } from '../api.ts';

/** Writes of one name go out one after the other, so that the last one stays. */
const writing = new Map<string, Promise<unknown>>();

export function remember(name: string, value: unknown): Promise<unknown> {
  queryClient.setQueryData(api.settings.preference.queryKey({ name }), value);
  const write = () => client.settings.remember.mutate({ name, value });
  const next = (writing.get(name) ?? Promise.resolve()).then(write, write);
  // Whoever asked is told that it could not be kept; the next one of that name is written all the same.
  writing.set(
    name,
    next.catch(() => undefined),
  );
  return next;
}

/** Until nothing is on its way to be remembered. */
export const settlePreferences = (): Promise<unknown> => Promise.all(writing.values());

/** @returns the remembered value (null: nothing remembered; undefined: not read yet) and its setter, which answers at once. */
export function usePreference(name: string): [unknown, (value: unknown) => void] {
  const { data, isError } = useQuery({ ...api.settings.preference.queryOptions({ name }), staleTime: 'static' });
  const [own, setOwn] = useState<{ name: string; value: unknown } | null>(null);
  const set = useCallback(
    (value: unknown) => {
      setOwn({ name, value });
      void remember(name, value).catch(() => undefined);
    },
    [name],
  );
  if (own?.name === name) return [own.value, set];
  return [isError ? null : data, set];
}
