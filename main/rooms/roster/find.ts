// Finding what a sheet of paper means: the place of a name, a former name or a code; the grid of a code or a place; the
// worker of an ID number, or of name + mobile. Everything is found as of a day. Nothing is guessed: several hits are all given
// back.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import type { PlaceKind } from '../../../shared/rules/areaCode.ts';
import type { Sex } from '../../../shared/rules/idNumber.ts';
import { placeNameSpellings } from '../../../shared/rules/placeName.ts';
import type { ActionKind, PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay, coversDay, type Versions } from '../../kit/versions.ts';
import { anyDeparture, endsWithGrid, waitsSince } from './postingBounds.ts';
import { gridVersions } from './versions.ts';

export type FoundPlace = {
  placeId: number;
  level: PlaceLevel;
  /** Its name of the day, also where a former one was asked for. */
  name: string;
  code: string | null;
  kind: PlaceKind | null;
  branchId: number | null;
  /** A compound's community. */
  communityId: number | null;
};

/** By the names and codes of @day. */
const onDay = `SELECT place.id AS placeId, place.level, version.name, version.code, version.kind, version.branch_id AS branchId,
  version.parent_id AS communityId FROM place JOIN place_version AS version ON version.place_id = place.id AND ${coversDay('version', '@day')}`;

/** Every place, as it is on a day. */
export const listFoundPlaces = (office: Office, day: string): FoundPlace[] =>
  office.prepare<{ day: string }, FoundPlace>(onDay).all({ day });

/** The community of a 12-digit code: of the day, else of one it had before; a code still to come is nobody's yet. */
export const findPlaceByCode = (office: Office, code: string, day: string): FoundPlace | undefined =>
  office
    .prepare<{ code: string; day: string }, FoundPlace>(
      `${onDay} WHERE place.id = (SELECT place_id FROM place_version WHERE code = @code AND ifnull(first_day, '${earliestDay}') <= @day
         ORDER BY ifnull(last_day, '${latestDay}') DESC LIMIT 1)`,
    )
    .get({ code, day });

/** By a name of the day or of before; a name still to come is nobody's yet. */
const withSpelling = (office: Office, spellings: readonly string[], level: PlaceLevel, day: string): FoundPlace[] =>
  office
    .prepare<{ level: string; spellings: string; day: string }, FoundPlace>(
      `${onDay} WHERE place.level = @level AND place.id IN
       (SELECT place_id FROM place_version WHERE name IN (SELECT value FROM json_each(@spellings)) AND ifnull(first_day, '${earliestDay}') <= @day)
       ORDER BY place.sort_order`,
    )
    .all({ level, spellings: JSON.stringify(spellings), day });

/**
 * The places of a name as somebody wrote it: exactly so written first, else any spelling of it (阳东街社区 finds 阳东街居委会), of
 * the day or of before.
 * @param communityId only compounds of this community
 * @returns none, one, or all that it may mean
 */
export function findPlaces(office: Office, name: string, level: PlaceLevel, day: string, communityId?: number): FoundPlace[] {
  const inside = (places: FoundPlace[]): FoundPlace[] =>
    communityId === undefined ? places : places.filter((place) => place.communityId === communityId);
  const spellings = placeNameSpellings(name, level);
  const exact = inside(withSpelling(office, spellings.slice(0, 1), level, day));
  return exact.length > 0 ? exact : inside(withSpelling(office, spellings, level, day));
}

export type FoundGrid = { gridId: number; placeId: number; code: string | null; name: string; kind: PlaceKind | null };

const gridColumns = 'version.grid_id AS gridId, version.place_id AS placeId, version.code, version.name, version.kind';
const grids = `SELECT ${gridColumns}
  FROM grid_version AS version JOIN grid ON grid.id = version.grid_id WHERE ${coversDay('version', '@day')}`;

/** Every grid, as it is on a day. Two have one code only in an office of an earlier program. */
export const listFoundGrids = (office: Office, day: string): FoundGrid[] =>
  office.prepare<{ day: string }, FoundGrid>(`${grids} ORDER BY grid.sort_order`).all({ day });

/** The grid that was closed before a day and had this code to its end. */
export const findClosedGridByCode = (office: Office, code: string, day: string): FoundGrid | undefined =>
  office
    .prepare<{ code: string; day: string }, FoundGrid>(
      `SELECT ${gridColumns} FROM grid_version AS version WHERE version.code = @code AND version.last_day < @day
       AND version.last_day = (SELECT max(ifnull(last_day, '${latestDay}')) FROM grid_version WHERE grid_id = version.grid_id)
       ORDER BY version.last_day DESC LIMIT 1`,
    )
    .get({ code, day });

/** The version that has a code, of several the last one. */
export type Holder = { name: string; firstDay: string | null; lastDay: string | null };

/** Whatever has a code on some day from `since` on (null: on any day at all). */
export const findHolder = (office: Office, { entity }: Versions, code: string, since: string | null): Holder | undefined =>
  office
    .prepare<[string, string], Holder>(
      `SELECT name, first_day AS firstDay, last_day AS lastDay FROM ${entity} WHERE code = ? AND ifnull(last_day, '${latestDay}') >= ?
       ORDER BY ifnull(last_day, '${latestDay}') DESC LIMIT 1`,
    )
    .get(code, since ?? earliestDay);

/** A name that a place comes to bear only after a day; `present` is its name on the day, null where it isn't there yet. */
export type NameToCome = {
  level: PlaceLevel;
  name: string;
  firstDay: string;
  communityId: number | null;
  present: string | null;
};

/** The next to come first. */
export const listNamesToCome = (office: Office, day: string): NameToCome[] =>
  office
    .prepare<{ day: string }, NameToCome>(
      `SELECT place.level, coming.name, coming.first_day AS firstDay, coming.parent_id AS communityId,
         (SELECT name FROM place_version AS version WHERE version.place_id = place.id AND ${coversDay('version', '@day')}) AS present
       FROM place_version AS coming JOIN place ON place.id = coming.place_id WHERE coming.first_day > @day ORDER BY coming.first_day`,
    )
    .all({ day });

/** The grids that stand on a place itself on a day (a community's compounds have their own). */
export const findGridsOfPlace = (office: Office, placeId: number, day: string): FoundGrid[] =>
  office
    .prepare<{ placeId: number; day: string }, FoundGrid>(`${grids} AND version.place_id = @placeId ORDER BY grid.sort_order`)
    .all({ placeId, day });

export const findWorkerByIdNumber = (office: Office, idNumber: string): number | undefined =>
  office.prepare<[string], number>('SELECT id FROM worker WHERE id_number = ?').pluck().get(idNumber);

export const findWorkersByName = (office: Office, name: string): number[] =>
  office.prepare<[string], number>('SELECT id FROM worker WHERE name = ? ORDER BY id').pluck().all(name);

/** Everyone of this name and mobile. */
export const findWorkersByNameAndMobile = (office: Office, name: string, mobile: string): number[] =>
  office
    .prepare<[string, string], number>('SELECT id FROM worker WHERE mobile = ? AND searchable(name) = searchable(?) ORDER BY id')
    .pluck()
    .all(mobile, name);

/** What the roster holds of who somebody is. `…Confirmed`: somebody looked at the number though it looks wrong, and said that it is right. */
export type IdentityHeld = {
  name: string;
  idNumber: string | null;
  idNumberConfirmed: boolean;
  mobile: string | null;
  mobileConfirmed: boolean;
  sex: Sex | null;
  birthMonth: string | null;
  startedWork: string | null;
  photoHash: string | null;
};

type IdentityRow = Omit<IdentityHeld, 'idNumberConfirmed' | 'mobileConfirmed'> & {
  idNumberConfirmed: 0 | 1;
  mobileConfirmed: 0 | 1;
};

/** Undefined where there is no such worker. */
export function identityOf(office: Office, workerId: number): IdentityHeld | undefined {
  const row = office
    .prepare<[number], IdentityRow>(
      `SELECT name, id_number AS idNumber, id_number_confirmed AS idNumberConfirmed, mobile, mobile_confirmed AS mobileConfirmed, sex,
         birth_month AS birthMonth, started_work AS startedWork, photo_hash AS photoHash FROM worker WHERE id = ?`,
    )
    .get(workerId);
  return row && { ...row, idNumberConfirmed: row.idNumberConfirmed === 1, mobileConfirmed: row.mobileConfirmed === 1 };
}

export type OpenPosting = {
  postingId: number;
  workerId: number;
  gridId: number;
  additional: 0 | 1;
  firstDay: string | null;
  lastDay: string | null;
  /** Its last day is nobody's decision about the worker: the grid is closed with it. */
  endsWithGrid: 0 | 1;
};

const postingColumns = `posting.id AS postingId, posting.worker_id AS workerId, posting.grid_id AS gridId, posting.additional,
  posting.first_day AS firstDay, posting.last_day AS lastDay, ${endsWithGrid('posting')} IS 1 AS endsWithGrid`;

/** What a worker serves in on a day as 专职网格员: nothing, one grid, or several, the main one first. */
export const findPostingsOfWorker = (office: Office, workerId: number, day: string): OpenPosting[] =>
  office
    .prepare<{ workerId: number; day: string }, OpenPosting>(
      `SELECT ${postingColumns} FROM posting
       WHERE role = 'worker' AND worker_id = @workerId AND ${coversDay('posting', '@day')} ORDER BY additional, id`,
    )
    .all({ workerId, day });

/** A departure that a posting from `firstDay` to `lastDay` (null: for good) would go across. */
export const findDepartureAcross = (
  office: Office,
  { workerId, firstDay, lastDay }: { workerId: number; firstDay: string; lastDay: string | null },
): { kind: ActionKind; day: string } | undefined =>
  office
    .prepare<{ workerId: number; firstDay: string; lastDay: string }, { kind: ActionKind; day: string }>(
      `SELECT kind, day FROM personnel_action WHERE worker_id = @workerId AND kind IN ${anyDeparture}
       AND day >= @firstDay AND day < @lastDay ORDER BY day LIMIT 1`,
    )
    .get({ workerId, firstDay, lastDay: lastDay ?? latestDay });

export type LaterPosting = OpenPosting & { worker: string; grid: string };

/**
 * The postings as 专职网格员 of a grid, or of a worker, that reach a day or begin after it, the last one to end first; what goes on
 * for good at the end.
 */
export const findPostingsFrom = (office: Office, of: { gridId: number } | { workerId: number }, day: string): LaterPosting[] =>
  office
    .prepare<{ id: number; day: string }, LaterPosting>(
      `SELECT ${postingColumns}, worker.name AS worker, ${asOfDay(gridVersions, 'name', 'posting.grid_id', `max(@day, ifnull(posting.first_day, '${earliestDay}'))`)} AS grid
       FROM posting JOIN worker ON worker.id = posting.worker_id
       WHERE ${'gridId' in of ? 'grid_id' : 'worker_id'} = @id AND role = 'worker' AND ifnull(last_day, '${latestDay}') >= @day
       ORDER BY last_day IS NULL, last_day DESC`,
    )
    .all({ id: 'gridId' in of ? of.gridId : of.workerId, day });

/** Whether a worker is without a grid on a day only because the last one was closed. */
export const waitsForGrid = (office: Office, workerId: number, day: string): boolean =>
  office
    .prepare<{ workerId: number; day: string }, 0 | 1>(
      `SELECT ${waitsSince('posting', '@day')} IS 1 FROM posting
       WHERE worker_id = @workerId AND role = 'worker' AND last_day < @day ORDER BY last_day DESC, additional LIMIT 1`,
    )
    .pluck()
    .get({ workerId, day }) === 1;

/** Whether a posting, of whatever role, ends because its grid is closed. */
export const endsAsItsGrid = (office: Office, postingId: number): boolean =>
  office
    .prepare<[number], 0 | 1>(`SELECT ${endsWithGrid('posting')} IS 1 FROM posting WHERE id = ?`)
    .pluck()
    .get(postingId) === 1;
