// The command box: what is asked and what is found, group by group; and what is kept of what was opened last.
import { z } from 'zod';
import type { PlaceLevel, WorkerStatus } from './roster/words.ts';
import { rowId, searchText } from './kit/list.ts';
import { rowKinds } from './screens.ts';

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

export type WorkerHit = {
  id: number;
  name: string;
  photoHash: string | null;
  status: WorkerStatus;
  gridName: string | null;
  placeName: string | null;
  branchShort: string | null;
  mobile: string | null;
  idNumberMasked: string | null;
};

export type PlaceHit = {
  id: number;
  level: PlaceLevel;
  name: string;
  /** A compound's community. */
  communityName: string | null;
  branchShort: string | null;
  code: string | null;
  /** The former name that was found, where the present one wasn't. */
  formerName: string | null;
};

export type GridHit = {
  id: number;
  name: string;
  code: string | null;
  placeName: string | null;
  branchShort: string | null;
  /** Null: vacant. */
  workerName: string | null;
  /** The former name that was found, where neither the present one nor the code was. */
  formerName: string | null;
};

/** A group's best hits and how many there are in all. */
export type Hits<Hit> = { total: number; hits: Hit[] };

/** What to open is the row's id in its list: 网格员, 社区与小区 or 网格. */
export type SearchResult = { workers: Hits<WorkerHit>; places: Hits<PlaceHit>; grids: Hits<GridHit> };
