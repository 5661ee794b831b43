// What the roster's screens ask for besides their rows: the branches, the figures.
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api.ts';
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
