// From a list's address to its question: what all lists of the roster do alike.
import type { z } from 'zod';
import type { Sorting } from './HeaderCell.tsx';

type Sorted = { sort?: string | undefined; descending?: 1 | undefined };

export const sortingOf = (search: Sorted): Sorting | null =>
  search.sort === undefined ? null : { by: search.sort, descending: search.descending === 1 };

/** What the address asks for, when the list can be sorted so; else the office's own order. */
export function sortOf<Column extends string>(search: Sorted, columns: z.ZodType<Column>, own: Column) {
  const column = columns.safeParse(search.sort).data ?? own;
  return { column, direction: search.descending === 1 ? ('descending' as const) : ('ascending' as const) };
}

/** Leaves out what isn't asked, so that equal questions are equal. */
export const given = <Question extends object>(question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Question;
