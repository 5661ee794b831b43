// A list's filters: the address carries them when a link brought them; otherwise they come back as the person left them. A list that a
// link filtered is looked at in passing: the person's own filters stay as they were left.
import { usePreference } from './usePreference.ts';

export type Filters<Search> = {
  filters: Search;
  /** False until it is known what to ask for. */
  ready: boolean;
  /** Changes some of them; undefined takes one away. */
  change: (patch: { [Key in keyof Search]?: Search[Key] | undefined }) => void;
};

/** What belongs to the moment, not to the habit: never remembered. */
const passing = new Set(['open', 'add', 'asOf', 'level', 'parent', 'place', 'grid', 'grids']);
const present = (search: object): [string, unknown][] => Object.entries(search).filter(([, value]) => value !== undefined);
const lasting = (search: object): [string, unknown][] => present(search).filter(([key]) => !passing.has(key));

function isSame(one: object, other: object): boolean {
  const theirs = new Map(lasting(other));
  const ours = lasting(one);
  return ours.length === theirs.size && ours.every(([key, value]) => theirs.get(key) === value);
}

/**
 * @param search what the address says now
 * @param go puts a new search into the address
 */
export function useFilters<Search extends object>(name: string, search: Search, go: (search: Search) => void): Filters<Search> {
  const [remembered, keep] = usePreference(`filters:${name}`);
  const byLink = present(search).some(([key]) => key !== 'open' && key !== 'add' && key !== 'level');
  const habit = typeof remembered === 'object' && remembered !== null ? (remembered as Search) : null;
  const filters: Search = byLink || !habit ? search : { ...habit, ...Object.fromEntries(present(search)) };
  const change = (patch: object) => {
    const next = Object.fromEntries(present({ ...filters, ...patch }));
    // Where nothing of a link's filters is left, the person's own are what is seen, so that clearing clears them too.
    const own = !byLink || isSame(search, habit ?? {}) || lasting(next).length === 0;
    if (own && remembered !== undefined && Object.keys(patch).some((key) => !passing.has(key))) {
      const kept = lasting({ ...habit, ...patch });
      keep(kept.length > 0 ? Object.fromEntries(kept) : null);
    }
    go(next as Search);
  };
  return { filters, ready: byLink || remembered !== undefined, change };
}
