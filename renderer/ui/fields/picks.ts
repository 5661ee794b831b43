// What is found for the words typed into a field that chooses one out of many, and which choice the words alone stand for.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { queryClient } from '../../api.ts';

export type Choice<Value extends string | number = number> = { value: Value; label: string; hint?: string };

/** Where choices come from: all of them are at hand, or the server searches by name, initials or number. */
export type PickSource<Value extends string | number = number> =
  /** Undefined until they are known. */
  | { list: readonly Choice<Value>[] | undefined }
  | {
      /** Tells the question apart from those of other fields. */
      source: readonly unknown[];
      ask: (search: string | undefined) => Promise<readonly Choice<Value>[]>;
    };

export type Found<Value extends string | number> = {
  /** Undefined until the first answer; of earlier words as long as those of these aren't there. */
  choices: readonly Choice<Value>[] | undefined;
  /** For these very words; null while the answer is awaited. */
  now: readonly Choice<Value>[] | null;
  /** For these very words. Rejects where the program doesn't answer. */
  later: () => Promise<readonly Choice<Value>[]>;
  error: unknown;
};

export function useFound<Value extends string | number>(from: PickSource<Value>, typed: string): Found<Value> {
  const words = typed.trim();
  const asks = 'ask' in from;
  const question = queryOptions({
    queryKey: ['choices', ...(asks ? from.source : []), words],
    queryFn: async () => ('ask' in from ? from.ask(words === '' ? undefined : words) : []),
  });
  const { data, isPlaceholderData, error } = useQuery({ ...question, enabled: asks, placeholderData: (previous) => previous });
  if (!asks) {
    const choices = from.list?.filter(({ label }) => label.toLowerCase().includes(words.toLowerCase()));
    return { choices, now: choices ?? null, later: async () => choices ?? [], error: null };
  }
  return {
    choices: data,
    now: data === undefined || isPlaceholderData ? null : data,
    later: () => queryClient.fetchQuery(question),
    error,
  };
}

/** @param only whether the only one that was found is meant, too, as when the person goes on by Tab or Enter */
export function meant<Value extends string | number>(
  typed: string,
  found: readonly Choice<Value>[],
  only: boolean,
): Choice<Value> | undefined {
  const named = found.filter(({ label }) => label === typed.trim());
  if (named.length > 0) return named.length === 1 ? named[0] : undefined;
  return only && found.length === 1 ? found[0] : undefined;
}

export const unpicked = (typed: string): string => `“${typed.trim()}”还没有选中，请从列表里选一个`;
