// Finding what a sheet of paper means: the place of a name, a former name or a code; the grid of a code or a place; the
// worker of an ID number, or of name + mobile. Nothing is guessed: several hits are all given back.
import type { PlaceKind } from '../../../shared/rules/areaCode.ts';
import { placeNameSpellings } from '../../../shared/rules/placeName.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';

export type FoundPlace = {
  placeId: number;
  level: PlaceLevel;
  /** Its present name, also where a former one was asked for. */
  name: string;
  code: string | null;
  kind: PlaceKind | null;
  branchId: number | null;
  /** A compound's community. */
  communityId: number | null;
};

const present = `SELECT place.id AS placeId, place.level, version.name, version.code, version.kind, version.branch_id AS branchId,
  version.parent_id AS communityId FROM place JOIN place_version AS version ON version.place_id = place.id AND version.last_day IS NULL`;

/** The place of this id, with its present name. */
export const findPlaceById = (office: Office, placeId: number): FoundPlace | undefined =>
  office.prepare<[number], FoundPlace>(`${present} WHERE place.id = ?`).get(placeId);

/** The community of a 12-digit code, also of a code it once had. */
export const findPlaceByCode = (office: Office, code: string): FoundPlace | undefined =>
  office
    .prepare<[string], FoundPlace>(
      `${present} WHERE place.id = (SELECT place_id FROM place_version WHERE code = ? ORDER BY ifnull(last_day, '9999') DESC LIMIT 1)`,
    )
    .get(code);

const withSpelling = (office: Office, spellings: readonly string[], level: PlaceLevel): FoundPlace[] =>
  office
    .prepare<[string, string], FoundPlace>(
      `${present} WHERE place.level = ? AND place.id IN
       (SELECT place_id FROM place_version WHERE name IN (SELECT value FROM json_each(?))) ORDER BY place.sort_order`,
    )
    .all(level, JSON.stringify(spellings));

/**
 * The places of a name as somebody wrote it: exactly so written first, else any spelling of it (阳东街社区 finds 阳东街居委会),
 * present or former.
 * @param communityId only compounds of this community
 * @returns none, one, or all that it may mean
 */
export function findPlaces(office: Office, name: string, level: PlaceLevel, communityId?: number): FoundPlace[] {
  const inside = (places: FoundPlace[]): FoundPlace[] =>
    communityId === undefined ? places : places.filter((place) => place.communityId === communityId);
  const spellings = placeNameSpellings(name, level);
  const exact = inside(withSpelling(office, spellings.slice(0, 1), level));
  return exact.length > 0 ? exact : inside(withSpelling(office, spellings, level));
}

export type FoundGrid = { gridId: number; placeId: number; code: string | null; name: string; kind: PlaceKind | null };

const grids = 'SELECT id AS gridId, place_id AS placeId, code, name, kind FROM grid WHERE last_day IS NULL';

export const findGridByCode = (office: Office, code: string): FoundGrid | undefined =>
  office.prepare<[string], FoundGrid>(`${grids} AND code = ?`).get(code);

/** The grids that stand on a place itself (a community's compounds have their own). */
export const findGridsOfPlace = (office: Office, placeId: number): FoundGrid[] =>
  office.prepare<[number], FoundGrid>(`${grids} AND place_id = ? ORDER BY sort_order`).all(placeId);

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
  firstDay: string | null;
  lastDay: string | null;
};

const postings = `SELECT id AS postingId, worker_id AS workerId, grid_id AS gridId, first_day AS firstDay, last_day AS lastDay FROM posting
  WHERE role = 'worker' AND ifnull(first_day, '0000') <= @day AND ifnull(last_day, '9999') >= @day`;

/** The posting a worker serves in on a day. */
export const findPostingOfWorker = (office: Office, workerId: number, day: string): OpenPosting | undefined =>
  office.prepare<{ workerId: number; day: string }, OpenPosting>(`${postings} AND worker_id = @workerId`).get({ workerId, day });
