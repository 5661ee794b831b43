// What the roster's screens ask for besides their rows: the branches, the figures.
import { useQuery } from '@tanstack/react-query';
import { levelShortWords, type PlaceLevel } from '../../../shared/roster/words.ts';
import { api } from '../../api.ts';
import type { ChoiceSource } from '../../ui/fields/ReferenceField.tsx';
import { placeChoices } from './choices.ts';
import { useToday } from '../../ui/useToday.ts';

/** By short name where a filter shows them, by full name in forms. */
export function useBranchChoices(full = false): { value: number; label: string }[] {
  const asOf = useToday();
  const { data } = useQuery(api.roster.branches.list.queryOptions({ asOf }));
  return (data ?? []).map((branch) => ({ value: branch.id, label: full ? branch.name : branch.short }));
}

export function useFigures(asOf: string) {
  return useQuery(api.roster.figures.queryOptions({ asOf })).data;
}

/** Communities and compounds of today to choose from, or those of one level. */
export function usePlaceSource(level?: PlaceLevel): ChoiceSource {
  const asOf = useToday();
  return {
    placeholder: '名称、拼音首字母',
    source: ['places', asOf, level],
    ask: (search) => placeChoices(asOf, level, search),
  };
}

/**
 * A community or compound as a filter of a list.
 * @param key the filter's in the list's address @param id the chosen one @param level of this level only
 */
export function usePlaceFilter<const Key extends string>(key: Key, id: number | undefined, level?: PlaceLevel) {
  const asOf = useToday();
  const { source, ask } = usePlaceSource(level);
  const { data } = useQuery({ ...api.roster.places.get.queryOptions({ id: id ?? 0, asOf }), enabled: id !== undefined });
  return {
    kind: 'reference' as const,
    key,
    label: level === undefined ? '社区/小区' : levelShortWords[level],
    width: 206,
    source,
    ask,
    chosen: data?.name ?? '这一处',
  };
}

/** A grid by name, where a link narrowed a list to it. */
export function useGridWords(id: number | undefined): string {
  const asOf = useToday();
  const { data } = useQuery({ ...api.roster.grids.get.queryOptions({ id: id ?? 0, asOf }), enabled: id !== undefined });
  return data?.name ?? '这个网格';
}
