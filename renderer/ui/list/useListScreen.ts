// What a list screen knows, whatever it lists: its filters and order (from the address, else as they were left), its rows, its
// columns, and what stands beside it. ListScreen draws it; acts and rails of the room use it.
import { useState } from 'react';
import { type Columns, type ListColumn, useColumns } from '../useColumns.ts';
import { type RailFold, useRailFold } from '../useRailFold.ts';
import { type AnyFilter, type Filter, nothingFiltered } from './filter.ts';
import { type Patch, useFilters } from './useFilters.ts';
import { type List, type ListPage, useList } from './useList.ts';
import { type Opened, type Rail, useRail } from './useRail.ts';

export type ListSearch = Opened & { sort?: string | undefined; descending?: 1 | undefined };

export type ListState<
  Search extends ListSearch,
  Question,
  Row extends { id: number },
  Answer extends ListPage<Row>,
  Form extends string,
> = Rail<Form> & {
  name: string;
  /** What the address, or habit, asks for. */
  filters: Search;
  filterList: readonly AnyFilter[];
  change: (patch: Patch<Search>) => void;
  clear: () => void;
  question: Question;
  list: List<Row, Answer>;
  columns: Columns<Row>;
  fold: RailFold;
  /** Opens the row that the cursor came to: a folded rail stays folded. */
  follow: (id: number) => void;
  /** The row that is open, once it has been seen in the list. */
  openRow: Row | undefined;
  /** Opens the row before or after the open one; null where there is none. */
  previous: (() => void) | null;
  next: (() => void) | null;
};

/** The open row, as long as the same question is asked; it may be scrolled out of sight meanwhile. */
function useOpenRow<Row extends { id: number }>(list: List<Row>, openId: number | undefined, opensFirst: boolean) {
  const [kept, setKept] = useState<{ key: string; row: Row; index: number } | null>(null);
  const index = openId === undefined ? undefined : list.indexOf(openId);
  const seen = index === undefined ? undefined : list.rowAt(index);
  if (index !== undefined && seen && (kept?.row !== seen || kept.key !== list.key || kept.index !== index))
    setKept({ key: list.key, row: seen, index });
  if (index !== undefined && seen) return { row: seen, index };
  if (kept?.key === list.key && kept.row.id === openId) return kept;
  return { row: opensFirst ? list.rowAt(0) : undefined, index: 0 };
}

export function useListScreen<
  Search extends ListSearch,
  Question,
  Row extends { id: number },
  Answer extends ListPage<Row>,
  Form extends string = never,
>(options: {
  /** What columns and filters are remembered under. */
  name: string;
  search: Search;
  go: (search: Search) => void;
  filters: readonly Filter<Search>[];
  /** What else of the address comes back as it was left. */
  habits?: readonly (keyof Search & string)[];
  /** The first one is the row's name. Made once, not anew for each drawing. */
  columns: readonly ListColumn<Row>[] | ((search: Search) => readonly ListColumn<Row>[]);
  /** `questionOf` where the server calls the filters as the address does. */
  question: (search: Search, filters: readonly AnyFilter[]) => Question;
  read: (question: Question, offset: number, limit: number) => Promise<Answer>;
  readIds?: (question: Question) => Promise<readonly number[]>;
  /** The forms that can stand on a row. */
  forms?: readonly Form[];
  /** Where nothing is open, the first row is. */
  opensFirst?: boolean;
}): ListState<Search, Question, Row, Answer, Form> {
  const { name, search, go, habits = [], columns, question: ask, read, readIds, opensFirst = false } = options;
  const filterList = options.filters as readonly AnyFilter[];
  const passing = filterList.filter(({ kind }) => kind === 'day' || kind === 'link').map(({ key }) => key);
  const lasting = filterList.map(({ key }) => key).filter((key) => !passing.includes(key));
  const { filters, ready, change } = useFilters({
    name,
    search,
    go,
    habits: new Set<string>(['sort', 'descending', ...lasting, ...habits]),
    passing: new Set(passing),
  });
  const question = ask(filters, filterList);
  const list: List<Row, Answer> = useList({ name, question, ready, read, ...(readIds ? { readIds } : {}) });
  const rail = useRail<Form>(filters, (patch) => change(patch as Patch<Search>));
  const fold = useRailFold(`${rail.openId} ${rail.adding} ${rail.form}`, {
    stays: opensFirst,
    startsFolded: opensFirst && rail.openId === undefined,
  });
  const { row: openRow, index } = useOpenRow(list, rail.openId, opensFirst);
  const opener = (at: number) => {
    const row = openRow && at >= 0 ? list.rowAt(at) : undefined;
    return row ? () => rail.open(row.id) : null;
  };
  return {
    ...rail,
    name,
    openId: opensFirst ? openRow?.id : rail.openId,
    filters,
    filterList,
    change,
    clear: () => change(nothingFiltered(filterList) as Patch<Search>),
    question,
    list,
    fold,
    follow(id) {
      fold.carry(`${id} false null`);
      rail.open(id);
    },
    columns: useColumns(name, typeof columns === 'function' ? columns(filters) : columns),
    openRow,
    previous: opener(index - 1),
    next: opener(index + 1),
  };
}
