// Finding what a sheet of paper means: the place of a name, a former name or a code; the grid of a code or a place; the
// worker of an ID number, or of name + mobile. Everything is found as of a day. Nothing is guessed: several hits are all given
// back.
import type { PlaceKind } from '../../../shared/rules/areaCode.ts';
import { placeNameSpellings } from '../../../shared/rules/placeName.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay, coversDay } from '../../kit/versions.ts';
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

/** The place of this id, as it is on a day. */
export const findPlaceById = (office: Office, placeId: number, day: string): FoundPlace | undefined =>
  office.prepare<{ placeId: number; day: string }, FoundPlace>(`${onDay} WHERE place.id = @placeId`).get({ placeId, day });

/** The community of a 12-digit code: of the day, else of one it had before; a code still to come is nobody's yet. */
export const findPlaceByCode = (office: Office, code: string, day: string): FoundPlace | undefined =>
  office
    .prepare<{ code: string; day: string }, FoundPlace>(
      `${onDay} WHERE place.id = (SELECT place_id FROM place_version WHERE code = @code AND ifnull(first_day, '0000') <= @day
         ORDER BY ifnull(last_day, '9999') DESC LIMIT 1)`,
    )
    .get({ code, day });

/** By a name of the day or of before; a name still to come is nobody's yet. */
const withSpelling = (office: Office, spellings: readonly string[], level: PlaceLevel, day: string): FoundPlace[] =>
  office
    .prepare<{ level: string; spellings: string; day: string }, FoundPlace>(
      `${onDay} WHERE place.level = @level AND place.id IN
       (SELECT place_id FROM place_version WHERE name IN (SELECT value FROM json_each(@spellings)) AND ifnull(first_day, '0000') <= @day)
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

const grids = `SELECT version.grid_id AS gridId, version.place_id AS placeId, version.code, version.name, version.kind
  FROM grid_version AS version JOIN grid ON grid.id = version.grid_id WHERE ${coversDay('version', '@day')}`;

/** The grid that has this code on a day. */
export const findGridByCode = (office: Office, code: string, day: string): FoundGrid | undefined =>
  office.prepare<{ code: string; day: string }, FoundGrid>(`${grids} AND version.code = @code`).get({ code, day });

/** The grids that stand on a place itself on a day (a community's compounds have their own). */
export const findGridsOfPlace = (office: Office, placeId: number, day: string): FoundGrid[] =>
  office
    .prepare<{ placeId: number; day: string }, FoundGrid>(`${grids} AND version.place_id = @placeId ORDER BY grid.sort_order`)
    .all({ placeId, day });

export const findWorkerByIdNumber = (office: Office, idNumber: string): number | undefined =>
  office.prepare<[string], number>('SELECT id FROM worker WHERE id_number = ?').pluck().get(idNumber);

/** Everyone of this name and mobile. */
export const findWorkersByNameAndMobile = (office: Office, name: string, mobile: string): number[] =>
  office
    .prepare<[string, string], number>('SELECT id FROM worker WHERE mobile = ? AND name = ? ORDER BY id')
    .pluck()
    .all(mobile, name);

export type OpenPosting = {
  postingId: number;
  workerId: number;
  gridId: number;
  additional: 0 | 1;
  firstDay: string | null;
  lastDay: string | null;
};

/** What a worker serves in on a day as 专职网格员: nothing, one grid, or several, the main one first. */
export const findPostingsOfWorker = (office: Office, workerId: number, day: string): OpenPosting[] =>
  office
    .prepare<{ workerId: number; day: string }, OpenPosting>(
      `SELECT id AS postingId, worker_id AS workerId, grid_id AS gridId, additional, first_day AS firstDay, last_day AS lastDay FROM posting
       WHERE role = 'worker' AND worker_id = @workerId AND ${coversDay('posting', '@day')} ORDER BY additional, id`,
    )
    .all({ workerId, day });

export type LaterPosting = OpenPosting & { worker: string; grid: string };

/**
 * The postings as 专职网格员 of a grid, or of a worker, that reach a day or begin after it, the last one to end first; what goes on
 * for good at the end.
 */
export const findPostingsFrom = (office: Office, of: { gridId: number } | { workerId: number }, day: string): LaterPosting[] =>
  office
    .prepare<{ id: number; day: string }, LaterPosting>(
      `SELECT posting.id AS postingId, worker_id AS workerId, grid_id AS gridId, additional, first_day AS firstDay, last_day AS lastDay,
       worker.name AS worker, ${asOfDay(gridVersions, 'name', 'posting.grid_id', "max(@day, ifnull(posting.first_day, '0000-01-01'))")} AS grid
       FROM posting JOIN worker ON worker.id = posting.worker_id
       WHERE ${'gridId' in of ? 'grid_id' : 'worker_id'} = @id AND role = 'worker' AND ifnull(last_day, '9999-12-31') >= @day
       ORDER BY last_day IS NULL, last_day DESC`,
    )
    .all({ id: 'gridId' in of ? of.gridId : of.workerId, day });
