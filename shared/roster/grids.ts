// Grids as they cross the wire.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { listShape, rowId } from '../kit/list.ts';
import { begunSchema, versionedSchema } from '../kit/versioned.ts';
import type { PlaceKind } from '../rules/areaCode.ts';
import type { RowOf } from '../kit/fields.ts';
import { formSchema } from '../kit/formSchema.ts';
import { gridGaps } from './gaps.ts';
import { gridFields, gridFormFields } from './gridFields.ts';
import { type FirstDayPrecision, type PlaceLevel, placeKinds, type PostingRole } from './words.ts';

export const gridListSchema = z.object({
  asOf: daySchema,
  branchId: rowId.optional(),
  kind: z.enum(placeKinds).optional(),
  /** A community, with its compounds, or one compound. */
  placeId: rowId.optional(),
  /** true: only vacant grids; false: only those with a worker. */
  vacant: z.boolean().optional(),
  gap: z.enum(gridGaps).optional(),
  ...listShape,
});
export type GridListInput = z.infer<typeof gridListSchema>;

/** Who serves there is told of the day asked for; without a worker the grid is vacant. */
export type GridRow = RowOf<typeof gridFields> & {
  id: number;
  placeId: number;
  placeLevel: PlaceLevel;
  workerPhotoHash: string | null;
  firstDayPrecision: FirstDayPrecision | null;
  /** The first day without a worker; null when somebody serves, or nobody ever did. */
  vacantSince: string | null;
  /** Nobody was ever posted there. */
  removable: boolean;
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
};

/** Name and kind are proposed from the place and the code when left out. */
const gridFormSchema = formSchema(gridFields, gridFormFields);
export type GridForm = z.infer<typeof gridFormSchema>;
export const addGridSchema = gridFormSchema.extend(begunSchema);

export const saveGridSchema = z.object({ id: rowId, grid: gridFormSchema.partial(), ...versionedSchema });
export const closeGridSchema = z.object({ id: rowId, lastDay: daySchema });
