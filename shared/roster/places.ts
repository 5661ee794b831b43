// Branches, communities, compounds and property companies as they cross the wire.
import { z } from 'zod';
import { daySchema } from '../day.ts';
import { listShape, rowId } from '../kit/list.ts';
import { begunSchema, versionedSchema } from '../kit/versioned.ts';
import type { PlaceKind } from '../rules/areaCode.ts';
import { formSchema } from '../kit/formSchema.ts';
import type { RowOf } from '../kit/fields.ts';
import {
  branchFields,
  branchFormFields,
  communityFields,
  communityFormFields,
  compoundFields,
  compoundFormFields,
} from './placeFields.ts';
import { placeGaps } from './gaps.ts';
import { developers, type PlaceLevel, placeKinds, placeLevels } from './words.ts';

export const placeListSchema = z.object({
  asOf: daySchema,
  level: z.enum(placeLevels).optional(),
  branchId: rowId.optional(),
  kind: z.enum(placeKinds).optional(),
  developedBy: z.enum(developers).optional(),
  /** Compounds of this community. */
  communityId: rowId.optional(),
  gap: z.enum(placeGaps).optional(),
  /** Only places with a vacant grid. */
  vacant: z.boolean().optional(),
  ...listShape,
});
export type PlaceListInput = z.infer<typeof placeListSchema>;

/** Of either level: what the other level alone has is null. Name, code, kind, branch and community are as of the day asked for. */
export type PlaceRow = RowOf<typeof communityFields> &
  Omit<RowOf<typeof compoundFields>, 'communityName'> & {
    id: number;
    level: PlaceLevel;
    communityName: string | null;
    /** Grids that stand on the place itself; the counts of its fields hold those of a community's compounds too. */
    ownGridCount: number;
    /** No grid and no compound hangs on it, nor ever did. */
    removable: boolean;
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
};

/** `kind` left out is proposed from the code; null: not known yet. */
const communityFormSchema = formSchema(communityFields, communityFormFields);
export type CommunityForm = z.infer<typeof communityFormSchema>;

const compoundFormSchema = formSchema(compoundFields, compoundFormFields);
export type CompoundForm = z.infer<typeof compoundFormSchema>;

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

/** A short name left empty is proposed from the name. */
const branchFormSchema = formSchema(branchFields, branchFormFields);
export type BranchForm = z.infer<typeof branchFormSchema>;
export const addBranchSchema = branchFormSchema.extend(begunSchema);
export const saveBranchSchema = z.object({ id: rowId, branch: branchFormSchema.partial(), ...versionedSchema });

export type BranchRow = RowOf<typeof branchFields> & {
  id: number;
  /** Names it had before the day, the latest first. */
  formerNames: string[];
  /** No community hangs on it, nor ever did. */
  removable: boolean;
};

export type PropertyCompanyRow = {
  id: number;
  name: string;
  contact: string | null;
  phone: string | null;
  note: string | null;
  compoundCount: number;
  workerCount: number;
};
