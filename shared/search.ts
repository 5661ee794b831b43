// The search of the top bar: what is asked and what is found, group by group.
import { z } from 'zod';
import type { PlaceLevel, WorkerStatus } from './roster/words.ts';
import { searchText } from './kit/list.ts';

export const searchSchema = z.object({
  text: searchText,
  /** Hits of each group. */
  limit: z.number().int().min(1).max(50).default(6),
});
export type SearchInput = z.infer<typeof searchSchema>;

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
