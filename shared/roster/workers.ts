// The list of workers as it crosses the wire: what may be asked of it and what a row holds. ID numbers are masked.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { pageSchema, rowId, searchText, sortDirectionSchema } from '../kit/list.ts';
import type { PlaceKind } from '../rules/areaCode.ts';
import type { Sex } from '../rules/idNumber.ts';
import { type FirstDayPrecision, type PlaceLevel, placeKindSchema, type WorkerStatus, workerStatusSchema } from './words.ts';

/** What is missing or doubtful in a worker's data. */
export const workerGapSchema = z.enum([
  'noMobile',
  'noPhoto',
  'photoToCrop',
  'noIdNumber',
  'idUnconfirmed',
  'noEducation',
  'noFirstDay',
]);
export type WorkerGap = z.infer<typeof workerGapSchema>;

/** 'order' is the office's own: branch, community, grid. */
export const workerSortSchema = z.enum([
  'order',
  'name',
  'grid',
  'gridCode',
  'branch',
  'place',
  'mobile',
  'idNumber',
  'hiringSource',
  'employer',
  'status',
  'sex',
  'age',
  'education',
  'politics',
  'ethnicity',
  'firstDay',
]);
export type WorkerSort = z.infer<typeof workerSortSchema>;

export const workerFilterSchema = z.object({
  asOf: daySchema,
  branchId: rowId.optional(),
  /** Of the grid. */
  kind: placeKindSchema.optional(),
  /** The full words of the dictionary's entry. */
  hiringSource: z.string().optional(),
  employer: z.string().optional(),
  education: z.string().optional(),
  politics: z.string().optional(),
  /** 'serving' is onDuty and leaving together; left out: everyone. */
  status: z.enum([...workerStatusSchema.options, 'serving']).optional(),
  /** A community, with its compounds, or one compound. */
  placeId: rowId.optional(),
  gridId: rowId.optional(),
  gap: workerGapSchema.optional(),
  search: searchText.optional(),
});
export type WorkerFilter = z.infer<typeof workerFilterSchema>;

export const workerListSchema = workerFilterSchema.extend({
  sort: z
    .object({ column: workerSortSchema, direction: sortDirectionSchema })
    .default({ column: 'order', direction: 'ascending' }),
  ...pageSchema,
});
export type WorkerListInput = z.infer<typeof workerListSchema>;

/** Where a worker stands on the day; of a leaver, where the last posting was. All null for the unassigned. */
export type Standing = {
  /** Of who holds several grids, the main one; so are kind, place and branch. */
  gridId: number | null;
  /** Of who holds several grids, all of them, the main one first: 阳东街网格、阳西街网格. */
  gridName: string | null;
  gridCode: string | null;
  /** How many grids the worker holds on the day as 专职网格员; 0 of a leaver. */
  gridsHeld: number;
  gridKind: PlaceKind | null;
  /** The community or compound the grid stands on, with the name of that day. */
  placeId: number | null;
  placeName: string | null;
  placeLevel: PlaceLevel | null;
  communityId: number | null;
  communityName: string | null;
  /** Null when the grid stands on the community itself. */
  compoundName: string | null;
  branchId: number | null;
  branchName: string | null;
  branchShort: string | null;
  /** Of that posting. */
  firstDay: string | null;
  firstDayPrecision: FirstDayPrecision | null;
  lastDay: string | null;
};

export type WorkerRow = Standing & {
  id: number;
  name: string;
  status: WorkerStatus;
  photoHash: string | null;
  photoToCrop: boolean;
  sex: Sex | null;
  /** YYYY-MM */
  birthMonth: string | null;
  /** Completed years on the day asked for. */
  age: number | null;
  ethnicity: string | null;
  /** 371323********1234 */
  idNumberMasked: string | null;
  mobile: string | null;
  education: string | null;
  politics: string | null;
  hiringSource: string | null;
  /** For table columns: 计生择优. */
  hiringSourceShort: string | null;
  formerFamilyPlanning: boolean | null;
  employer: string | null;
};

export type WorkerList = {
  rows: WorkerRow[];
  /** Rows under all filters. */
  total: number;
  /** Rows of each status under all other filters. */
  counts: Record<WorkerStatus, number>;
};
