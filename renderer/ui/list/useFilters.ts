// A list's filters: the address carries them when a link brought them; otherwise they come back as the person left them. A list that a
// link filtered is looked at in passing: the person's own filters stay as they were left. Which do
// so is said by useListScreen.
import { maskNumbersIn } from '../../../shared/rules/masking.ts';
import { usePreference } from '../usePreference.ts';

/** Changes some of what the address says; undefined takes it away. */
export type Patch<Search> = { [Key in keyof Search]?: Search[Key] | undefined };

export type Filters<Search> = {
  filters: Search;
  /** False until it is known what to ask for. */
  ready: boolean;
  change: (patch: Patch<Search>) => void;
};

/** What was searched for so isn't kept. */
const holdsIdNumber = (value: unknown): boolean => typeof value === 'string' && maskNumbersIn(value, 'judge') !== value;

const present = (search: object): [string, unknown][] => Object.entries(search).filter(([, value]) => value !== undefined);

/** Whether they agree in the given keys. */
function isSame(one: object, other: object, keys: ReadonlySet<string>): boolean {
  const theirs = new Map(present(other));
  const ours = new Map(present(one));
  return [...keys].every((key) => ours.get(key) === theirs.get(key));
}

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
  const lasting = (of: object) => present(of).filter(([key, value]) => habits.has(key) && !holdsIdNumber(value));
  const change = (patch: object) => {
    const next = Object.fromEntries(present({ ...filters, ...patch }));
    // Where nothing of a link's filters is left, the person's own are what is seen, so that clearing clears them too.
    const own = !byLink || isSame(Object.fromEntries(lasting(search)), habit ?? {}, habits) || lasting(next).length === 0;
    if (own && remembered !== undefined && Object.keys(patch).some((key) => habits.has(key))) {
      const kept = lasting({ ...habit, ...patch });
      keep(kept.length > 0 ? Object.fromEntries(kept) : null);
    }
    go(next as Search);
  };
  return { filters, ready: byLink || remembered !== undefined, change };
}
