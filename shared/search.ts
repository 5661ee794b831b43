// The command box: what is asked and what is found, group by group.
import { z } from 'zod';
import { rowId, searchText } from './kit/list.ts';
import { mostOpened } from './opened.ts';
import { type RowKind, rowKinds, type Way } from './screens.ts';

export const searchSchema = z.object({
  text: searchText,
  /** Hits of each group. */
  limit: z.number().int().min(1).max(50).default(6),
});
export type SearchInput = z.infer<typeof searchSchema>;

export const openedRowsSchema = z.array(z.object({ kind: z.enum(rowKinds), id: rowId })).max(mostOpened);

/** A row that was found, as a line of the box. */
export type FoundRow = {
  id: number;
  title: string;
  /** What it is told apart by. */
  note: string;
  /** Which of its screen's lists it is in, where there are several. */
  list: Way['search'];
};

/** A kind's best hits and how many there are in all. */
export type FoundRows = {
  kind: RowKind;
  total: number;
  /** 人, 个. */
  unit: string;
  rows: FoundRow[];
  /** What its list is to be asked besides the text, so that it shows them all. */
  all: Way['search'];
};

/** In the order in which they are shown. */
export type SearchResult = FoundRows[];

export type OpenedName = { kind: RowKind; row: FoundRow };
