// The command box: what is asked and what is found, group by group; and what is kept of what was opened last.
import { z } from 'zod';
import { rowId, searchText } from './kit/list.ts';
import { type RowKind, rowKinds, type Way } from './screens.ts';

export const searchSchema = z.object({
  text: searchText,
  /** Hits of each group. */
  limit: z.number().int().min(1).max(50).default(6),
});
export type SearchInput = z.infer<typeof searchSchema>;

/** How much of 最近打开 is kept. */
export const mostOpened = 8;

const openedRow = z.object({ kind: z.enum(rowKinds), id: rowId });
export type OpenedRow = z.infer<typeof openedRow>;
export const openedRowsSchema = z.array(openedRow).max(mostOpened);

/** 最近打开, the latest first: rows by id and pages by address, never a name, which may change. */
export const openedSchema = z.array(z.union([openedRow, z.object({ page: z.string() })])).max(mostOpened);
export type Opened = z.infer<typeof openedSchema>[number];

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
