// The office's own lists of words.
import { useQuery } from '@tanstack/react-query';
import type { Dictionaries } from '../../../shared/roster/dictionaries.ts';
import { api } from '../../api.ts';

const none: Dictionaries = { hiringSource: [], employer: [], education: [], politics: [], ethnicity: [] };

export function useDictionaries(): Dictionaries {
  const { data } = useQuery(api.roster.dictionaries.list.queryOptions());
  return data ?? none;
}
