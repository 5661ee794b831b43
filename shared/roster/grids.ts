// Grids as they cross the wire.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { pageSchema, rowId, searchText, sortDirectionSchema } from '../kit/list.ts';
import { begunSchema, versionedSchema } from '../kit/versioned.ts';
import type { PlaceKind } from '../rules/areaCode.ts';
import { countSchema, groundBounds } from '../rules/count.ts';
import { isSeen } from '../rules/text.ts';
import { type FirstDayPrecision, type PlaceLevel, placeKindSchema, type PostingRole } from './words.ts';

const line = z.string().trim().max(200, '文字太长，请缩短到 200 字以内').nullable().optional();
const count = countSchema(groundBounds).nullable().optional();

export const gridGapSchema = z.enum(['noKind', 'noCode', 'noBranch']);
export type GridGap = z.infer<typeof gridGapSchema>;

export const gridSortSchema = z.enum([
  'order',
  'name',
  'code',
  'kind',
  'branch',
  'place',
  'worker',
  'vacantDays',
  'householdCount',
  'population',
]);

export const gridListSchema = z.object({
  asOf: daySchema,
  branchId: rowId.optional(),
  kind: placeKindSchema.optional(),
  /** A community, with its compounds, or one compound. */
  placeId: rowId.optional(),
  /** true: only vacant grids; false: only those with a worker. */
  vacant: z.boolean().optional(),
  gap: gridGapSchema.optional(),
  search: searchText.optional(),
  sort: z.object({ column: gridSortSchema, direction: sortDirectionSchema }).default({ column: 'order', direction: 'ascending' }),
  ...pageSchema,
});
export type GridListInput = z.infer<typeof gridListSchema>;

export type GridRow = {
  id: number;
  code: string | null;
  name: string;
  kind: PlaceKind | null;
  placeId: number;
  placeName: string | null;
  placeLevel: PlaceLevel;
  communityId: number | null;
  communityName: string | null;
  /** Null when the grid stands on the community itself. */
  compoundName: string | null;
  branchId: number | null;
  branchName: string | null;
  branchShort: string | null;
  /** Who serves there on the day; null: vacant. */
  workerId: number | null;
  workerName: string | null;
  workerPhotoHash: string | null;
  workerMobile: string | null;
  firstDay: string | null;
  firstDayPrecision: FirstDayPrecision | null;
  /** The first day without a worker; null when somebody serves, or nobody ever did. */
  vacantSince: string | null;
  /** Days without a worker, the day asked for included. */
  vacantDays: number | null;
  boundary: string | null;
  serviceArea: string | null;
  extraDuty: string | null;
  householdCount: number | null;
  population: number | null;
  note: string | null;
};

export type GridList = { rows: GridRow[]; total: number; counts: { held: number; vacant: number } };

export type GridPosting = {
  id: number;
  workerId: number;
  workerName: string;
  role: PostingRole;
  additional: boolean;
  firstDay: string | null;
  firstDayPrecision: FirstDayPrecision;
  lastDay: string | null;
  current: boolean;
};

/** What a grid was called, and where it stood, from a day to a day. */
export type GridVersion = {
  id: number;
  name: string;
  code: string | null;
  kind: PlaceKind | null;
  placeName: string | null;
  firstDay: string | null;
  lastDay: string | null;
};

export type GridDetail = GridRow & {
  /** The latest first. */
  versions: GridVersion[];
  gridFirstDay: string | null;
  gridLastDay: string | null;
  /** The latest first. */
  postings: GridPosting[];
  removable: boolean;
};

export const gridFormSchema = z.object({
  placeId: rowId,
  code: z
    .string()
    .trim()
    .regex(/^(\d{15})?$/, '网格编码应为 15 位数字')
    .nullable()
    .optional(),
  /** The place's name + 网格 when left out. */
  name: z.string().trim().refine(isSeen, '请填写网格名称').max(50, '名称太长，请缩短到 50 字以内').optional(),
  /** Proposed from the place and the code when left out. */
  kind: placeKindSchema.nullable().optional(),
  boundary: line,
  serviceArea: line,
  extraDuty: line,
  householdCount: count,
  population: count,
  note: z.string().trim().max(1000, '备注太长，请缩短到 1000 字以内').nullable().optional(),
});
export type GridForm = z.infer<typeof gridFormSchema>;
export const addGridSchema = gridFormSchema.extend(begunSchema);

export const saveGridSchema = z.object({ id: rowId, grid: gridFormSchema.partial(), ...versionedSchema });
export const closeGridSchema = z.object({ id: rowId, lastDay: daySchema });
