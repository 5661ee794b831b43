// Branches, communities, compounds and property companies as they cross the wire.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { pageSchema, rowId, searchText, sortDirectionSchema } from '../kit/list.ts';
import { begunSchema, versionedSchema } from '../kit/versioned.ts';
import type { PlaceKind } from '../rules/areaCode.ts';
import { countSchema, groundBounds } from '../rules/count.ts';
import { isSeen } from '../rules/text.ts';
import { type DevelopedBy, developedBySchema, type PlaceLevel, placeKindSchema, placeLevelSchema } from './words.ts';

const line = z.string().trim().max(100, '文字太长，请缩短到 100 字以内').nullable().optional();
const note = z.string().trim().max(1000, '备注太长，请缩短到 1000 字以内').nullable().optional();
const count = countSchema(groundBounds).nullable().optional();
const name = z.string().trim().refine(isSeen, '请填写名称').max(50, '名称太长，请缩短到 50 字以内');

/** What is missing in a place's data. */
export const placeGapSchema = z.enum(['noBranch', 'noKind', 'noCode', 'noGrid', 'noDevelopedBy', 'noPropertyCompany']);
export type PlaceGap = z.infer<typeof placeGapSchema>;

export const placeSortSchema = z.enum([
  'order',
  'name',
  'code',
  'branch',
  'kind',
  'community',
  'compoundCount',
  'gridCount',
  'workerCount',
  'vacantCount',
  'householdCount',
  'population',
]);

export const placeListSchema = z.object({
  asOf: daySchema,
  level: placeLevelSchema.optional(),
  branchId: rowId.optional(),
  kind: placeKindSchema.optional(),
  developedBy: developedBySchema.optional(),
  /** Compounds of this community. */
  communityId: rowId.optional(),
  gap: placeGapSchema.optional(),
  /** Only places with a vacant grid. */
  vacant: z.boolean().optional(),
  search: searchText.optional(),
  sort: z
    .object({ column: placeSortSchema, direction: sortDirectionSchema })
    .default({ column: 'order', direction: 'ascending' }),
  ...pageSchema,
});
export type PlaceListInput = z.infer<typeof placeListSchema>;

export type PlaceRow = {
  id: number;
  level: PlaceLevel;
  /** As of the day asked for; so are code, kind, branch and community. */
  name: string;
  code: string | null;
  kind: PlaceKind | null;
  branchId: number | null;
  branchName: string | null;
  branchShort: string | null;
  /** A compound's community; null for a community. */
  communityId: number | null;
  communityName: string | null;
  /** Names it had before that day, the latest first. */
  formerNames: string[];
  secretary: string | null;
  phone: string | null;
  officeAddress: string | null;
  developedBy: DevelopedBy | null;
  developer: string | null;
  address: string | null;
  buildingCount: number | null;
  householdCount: number | null;
  population: number | null;
  propertyCompanyId: number | null;
  propertyCompanyName: string | null;
  /** Of a community; 0 for a compound. */
  compoundCount: number;
  /** Grids that stand on the place itself. */
  ownGridCount: number;
  /** Grids, workers on duty and vacant grids, those of a community's compounds included. */
  gridCount: number;
  workerCount: number;
  vacantCount: number;
  note: string | null;
};

export type PlaceList = { rows: PlaceRow[]; total: number; counts: Record<PlaceLevel, number> };

export type PlaceVersion = {
  id: number;
  name: string;
  code: string | null;
  kind: PlaceKind | null;
  branchName: string | null;
  communityName: string | null;
  firstDay: string | null;
  lastDay: string | null;
};

export type PlaceDetail = PlaceRow & {
  /** The latest first. */
  versions: PlaceVersion[];
  grids: { id: number; name: string; code: string | null; workerId: number | null; workerName: string | null }[];
  compounds: { id: number; name: string }[];
  removable: boolean;
};

const shared = { secretary: line, phone: line, officeAddress: line, householdCount: count, population: count, note } as const;

const code = z
  .string()
  .trim()
  .regex(/^(\d{12})?$/, '区划代码应为 12 位数字')
  .nullable()
  .optional();

/** `kind` left out is proposed from the code; null: not known yet. */
export const communityFormSchema = z.object({
  name,
  code,
  kind: placeKindSchema.nullable().optional(),
  branchId: rowId.nullable().optional(),
  ...shared,
});

export const compoundFormSchema = z.object({
  name,
  communityId: rowId,
  developedBy: developedBySchema.nullable().optional(),
  developer: line,
  address: line,
  buildingCount: count,
  propertyCompanyId: rowId.nullable().optional(),
  ...shared,
});

export const addCommunitySchema = communityFormSchema.extend(begunSchema);
export const addCompoundSchema = compoundFormSchema.extend(begunSchema);

export const saveCommunitySchema = z.object({
  id: rowId,
  community: communityFormSchema.partial(),
  ...versionedSchema,
});
export const saveCompoundSchema = z.object({
  id: rowId,
  compound: compoundFormSchema.partial(),
  ...versionedSchema,
});

export const branchFormSchema = z.object({
  name,
  /** Proposed from the name when left out. */
  short: z.string().trim().max(20, '简称太长').optional(),
  hotline: line,
  note,
});
export const addBranchSchema = branchFormSchema.extend(begunSchema);
export const saveBranchSchema = z.object({ id: rowId, branch: branchFormSchema.partial(), ...versionedSchema });

export type BranchRow = {
  id: number;
  name: string;
  short: string;
  /** Names it had before the day, the latest first. */
  formerNames: string[];
  hotline: string | null;
  note: string | null;
  communityCount: number;
  compoundCount: number;
  gridCount: number;
  workerCount: number;
  vacantCount: number;
};

export const propertyCompanyFormSchema = z.object({ name, contact: line, phone: line, note });
export type PropertyCompanyRow = {
  id: number;
  name: string;
  contact: string | null;
  phone: string | null;
  note: string | null;
  compoundCount: number;
  workerCount: number;
};
