// The list of workers as it crosses the wire: what may be asked of it and what a row holds. ID numbers are masked.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { listShape, rowId, searchText } from '../kit/list.ts';
import type { RowOf } from '../kit/fields.ts';
import type { workerColumns, workerFields } from './workerFields.ts';
import { workerGaps } from './gaps.ts';
import { type FirstDayPrecision, type PlaceLevel, placeKinds, type WorkerStatus, workerStatuses } from './words.ts';

export const workerFilterSchema = z.object({
  asOf: daySchema,
  branchId: rowId.optional(),
  /** Of the grid. */
  kind: z.enum(placeKinds).optional(),
  /** The full words of the dictionary's entry. */
  hiringSource: z.string().optional(),
  employer: z.string().optional(),
  education: z.string().optional(),
  politics: z.string().optional(),
  /** 'serving' is onDuty and leaving together; left out: everyone. */
  status: z.enum([...workerStatuses, 'serving']).optional(),
  /** A community, with its compounds, or one compound. */
  placeId: rowId.optional(),
  gridId: rowId.optional(),
  gap: z.enum(workerGaps).optional(),
  search: searchText.optional(),
});
export type WorkerFilter = z.infer<typeof workerFilterSchema>;

export const workerListSchema = workerFilterSchema.extend(listShape);
export type WorkerListInput = z.infer<typeof workerListSchema>;

/** Where a worker stands is told of the day asked for; of a leaver, where the last posting was; nothing of the unassigned. */
export type WorkerRow = RowOf<typeof workerFields, (typeof workerColumns)[number] | 'photo'> & {
  id: number;
  photoToCrop: boolean;
  /** Of who holds several grids, the main one; so are kind, place and branch. Its name stands first among all theirs. */
  gridId: number | null;
  /** How many grids the worker holds on the day as 专职网格员; 0 of a leaver. */
  gridsHeld: number;
  /** The community or compound the grid stands on, with the name of that day. */
  placeId: number | null;
  placeName: string | null;
  placeLevel: PlaceLevel | null;
  /** Of that posting. */
  firstDayPrecision: FirstDayPrecision | null;
  lastDay: string | null;
  /** Without a posting or a personnel act. */
  removable: boolean;
};

export type WorkerList = {
  rows: WorkerRow[];
  /** Rows under all filters. */
  total: number;
  /** Rows of each status under all other filters. */
  counts: Record<WorkerStatus, number>;
};
