// The office's own words, by dictionary: for the fields, filters and answers that choose one of them.
import { useQuery } from '@tanstack/react-query';
import type { Dictionaries, DictionaryEntry } from '../../shared/roster/dictionaries.ts';
import { api } from '../api.ts';

export type Word = Pick<DictionaryEntry, 'value' | 'short'>;

const none: Dictionaries = { hiringSource: [], employer: [], education: [], politics: [], ethnicity: [] };

export function useDictionaries(): Dictionaries {
  const { data } = useQuery(api.roster.dictionaries.list.queryOptions());
  return data ?? none;
}

/** None of a dictionary that the office hasn't. */
export function useWords(dictionary: string): readonly Word[] {
  const every: Readonly<Record<string, readonly Word[]>> = useDictionaries();
  return every[dictionary] ?? [];
}
