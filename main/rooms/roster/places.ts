// Writing communities and compounds, inside an act. What changes over time (name, code, kind, branch, community) is a version
// with its days; the rest is today's.
import type { z } from 'zod';
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import { kindOfAreaCode } from '../../../shared/rules/areaCode.ts';
import { pinyinOf } from '../../kit/pinyin.ts';
import type { addCommunitySchema, addCompoundSchema } from '../../../shared/roster/places.ts';
import type { Change } from '../../ground/office/office.ts';
import type { Row } from '../../ground/office/schema.ts';
import { writtenTo } from '../../kit/bindings.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';
import { placeBindings, placeFields } from './placeBindings.ts';
import { nextOrder } from '../../kit/order.ts';
import { begunWith, type Changed, changeVersion, type Effective, nearestVersion } from '../../kit/versions.ts';
import { defaultGridName, renameGrid } from './grids.ts';
import { nameOn, placeVersions } from './versions.ts';

/** The end of the list when left out. */
type Ordered = { sortOrder?: number | undefined };
export type CommunityFields = z.infer<typeof addCommunitySchema> & Ordered;
export type CompoundFields = z.infer<typeof addCompoundSchema> & Ordered;

const spelled = (name: string): { name: string; initials: string; pinyin: string } => ({
  name: name.trim(),
  ...pinyinOf(name.trim(), { surname: false }),
});

/** @returns the place's id. @throws Refusal when the code is taken. */
export function insertCommunity(change: Change, input: CommunityFields): number {
  const { name, code = null, kind = kindOfAreaCode(code ?? ''), branchId = null, firstDay: given, ...rest } = input;
  const firstDay = begunWith(change, given);
  const { sortOrder = nextOrder(change.office, 'place') } = rest;
  const placeId = change.insert('place', columnsOf({ ...rest, level: 'community', sortOrder }));
  change.insert('place_version', columnsOf({ placeId, ...spelled(name), code, kind, branchId, firstDay }));
  return placeId;
}

/** @returns the place's id. @throws Refusal when the community is none. */
export function insertCompound(change: Change, input: CompoundFields): number {
  const { name, communityId, firstDay: given, ...rest } = input;
  const what = (): string => nameOn(change.office, placeVersions, communityId, given ?? change.today) ?? '';
  const firstDay = begunWith(change, given, { versions: placeVersions, id: communityId, what });
  const { sortOrder = nextOrder(change.office, 'place') } = rest;
  const placeId = change.insert('place', columnsOf({ ...rest, level: 'compound', sortOrder }));
  change.insert('place_version', columnsOf({ placeId, ...spelled(name), parentId: communityId, firstDay }));
  return placeId;
}

/** What a form says of a place of either level. A field left out stays as it is. */
export type PlaceForm = Changes<Omit<CommunityFields & CompoundFields, 'firstDay'>>;

/** What of it holds from a day to a day. */
export const versionOf = (form: PlaceForm): PlaceForm => writtenTo('version', placeFields, placeBindings, form);

const versionRow = ({ name, communityId, ...rest }: PlaceForm): Row =>
  columnsOf({
    ...rest,
    ...(name === undefined ? {} : spelled(name)),
    ...(communityId === undefined ? {} : { parentId: communityId }),
  });

/** A grid that is called after its place goes on being called so, by the same correction or from the same day. @returns how many */
function renameGridsWith(
  change: Change,
  { placeId, day, effective, from, to }: { placeId: number; day: string; effective: Effective; from: string; to: string },
): number {
  if (from === to) return 0;
  const when = effective === 'correction' ? day : effective;
  const grids = change.office
    .prepare<{ placeId: number; name: string; when: string }, number>(
      `SELECT DISTINCT grid_id FROM grid_version WHERE place_id = @placeId AND name = @name AND ifnull(last_day, '${latestDay}') >= @when
       AND ifnull(first_day, '${earliestDay}') <= @when ORDER BY grid_id`,
    )
    .pluck()
    .all({ placeId, name: defaultGridName(from), when });
  for (const id of grids) renameGrid(change, { id, day, effective, name: defaultGridName(to) });
  return grids.length;
}

/**
 * Renames, recodes or moves a place.
 * @param input.day the day that the form was read on: a correction corrects the version of that day
 * @returns false where nothing differs; else also how many grids follow its name
 * @throws Refusal when the place isn't there on the effective day, or nothing says from when
 */
export function changePlace(
  change: Change,
  input: { placeId: number; day: string; effective: Effective | undefined; fields: PlaceForm },
): (Changed & { gridsRenamed: number }) | false {
  const { placeId, day, effective, fields } = input;
  const when = effective === undefined || effective === 'correction' ? day : effective;
  const called = (): string => String(nearestVersion(change.office, placeVersions, placeId, when).name);
  const from = called();
  const next = versionRow(fields);
  const changed = changeVersion(change, placeVersions, { id: placeId, effective, day, next, what: from });
  if (!changed) return false;
  const gridsRenamed = effective === undefined ? 0 : renameGridsWith(change, { placeId, day, effective, from, to: called() });
  return { ...changed, gridsRenamed };
}

/** Changes a place's own columns. @returns false when nothing differs. */
export const updatePlace = (change: Change, placeId: number, form: PlaceForm): boolean =>
  change.update('place', placeId, columnsOf(writtenTo('row', placeFields, placeBindings, form)));
