// A list's filters: the address carries them when a link brought them; otherwise they come back as the person left them.
import { usePreference } from '../usePreference.ts';

/** Changes some of what the address says; undefined takes it away. */
export type Patch<Search> = { [Key in keyof Search]?: Search[Key] | undefined };

export type Filters<Search> = {
  filters: Search;
  /** False until it is known what to ask for. */
  ready: boolean;
  change: (patch: Patch<Search>) => void;
};

const present = (search: object): [string, unknown][] => Object.entries(search).filter(([, value]) => value !== undefined);

/**
 * @param search what the address says now
 * @param go puts a new search into the address
 * @param habits what comes back as it was left
 * @param passing what belongs to the moment, such as a day or the rows that a link chose; a link that says any of these or of the
 *   habits is taken at its word
 */
export function useFilters<Search extends object>(options: {
  name: string;
  search: Search;
  go: (search: Search) => void;
  habits: ReadonlySet<string>;
  passing: ReadonlySet<string>;
}): Filters<Search> {
  const { name, search, go, habits, passing } = options;
  const [remembered, keep] = usePreference(`filters:${name}`);
  const byLink = present(search).some(([key]) => habits.has(key) || passing.has(key));
  const habit = typeof remembered === 'object' && remembered !== null ? (remembered as Search) : null;
  const filters: Search = byLink || !habit ? search : { ...habit, ...Object.fromEntries(present(search)) };
  const change = (patch: object) => {
    const next = Object.fromEntries(present({ ...filters, ...patch }));
    const lasting = Object.entries(next).filter(([key]) => habits.has(key));
    if (Object.keys(patch).some((key) => habits.has(key))) keep(lasting.length > 0 ? Object.fromEntries(lasting) : null);
    go(next as Search);
  };
  return { filters, ready: byLink || remembered !== undefined, change };
}
