// From a list's address to its question: what all lists do alike.
import type { Sort } from '../../../shared/kit/list.ts';
import type { AnyFilter } from './filter.ts';
import type { Sorting } from './HeaderCell.tsx';

type Sorted = { sort?: string | undefined; descending?: 1 | undefined };

export const sortingOf = (search: Sorted): Sorting | null =>
  search.sort === undefined ? null : { by: search.sort, descending: search.descending === 1 };

/** What the address asks for; else the office's own order. */
export const sortOf = (search: Sorted): Sort => ({
  column: search.sort ?? 'order',
  direction: search.descending === 1 ? 'descending' : 'ascending',
});

/** Leaves out what isn't asked, so that equal questions are equal. */
export const given = <Question extends object>(question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Question;

/** The filters by their keys, and the order: for a list whose server calls them as its address does. */
export const questionOf = <Search extends object>(search: Search & Sorted, filters: readonly AnyFilter[]) =>
  given({
    ...(Object.fromEntries(filters.map(({ key }) => [key, (search as Readonly<Record<string, unknown>>)[key]])) as Omit<
      Search,
      'sort' | 'descending' | 'open' | 'add'
    >),
    sort: sortOf(search),
  });
