// The roster at a glance, for whoever compares a whole file with it: its words, the names of its places, who serves where on a day,
// and how many there are of everything.
import { earliestDay } from '../../../shared/rules/day.ts';
import type { DictionaryName, PlaceLevel } from '../../../shared/roster/words.ts';
import type { Sex } from '../../../shared/rules/idNumber.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay, coversDay } from '../../kit/versions.ts';
import { endsWithGrid } from './postingBounds.ts';
import { branchVersions, gridVersions, placeVersions } from './versions.ts';

export type DictionaryWord = { dictionary: DictionaryName; value: string; short: string };

export const listWords = (office: Office): DictionaryWord[] =>
  office.prepare<[], DictionaryWord>('SELECT dictionary, value, short FROM dictionary_entry ORDER BY sort_order').all();

export const listCompanyNames = (office: Office): string[] =>
  office.prepare<[], string>('SELECT name FROM property_company ORDER BY name').pluck().all();

/** Nobody has told the office of any place yet, not even of one to come. */
export const isWithoutPlaces = (office: Office): boolean =>
  office.prepare<[], 1>('SELECT 1 FROM place LIMIT 1').get() === undefined;

export type PlaceName = { placeId: number; level: PlaceLevel; name: string };

/** By the names of the day. */
export const listPlaceNames = (office: Office, day: string): PlaceName[] =>
  office
    .prepare<{ day: string }, PlaceName>(
      `SELECT place.id AS placeId, place.level, version.name FROM place
       JOIN place_version AS version ON version.place_id = place.id AND ${coversDay('version', '@day')} ORDER BY place.sort_order`,
    )
    .all({ day });

/** A place as somebody may look for it; `former`: the names it had on other days, one a line. */
export type PlaceToFind = PlaceName & {
  code: string | null;
  communityId: number | null;
  community: string | null;
  initials: string;
  pinyin: string;
  former: string | null;
};

/** By the names of the day. */
export const listPlacesToFind = (office: Office, day: string): PlaceToFind[] =>
  office
    .prepare<{ day: string }, PlaceToFind>(
      `SELECT place.id AS placeId, place.level, version.name, version.code, version.parent_id AS communityId,
         ${asOfDay(placeVersions, 'name', 'version.parent_id', '@day')} AS community, version.initials, version.pinyin,
         (SELECT group_concat(past.name, char(10)) FROM place_version AS past
           WHERE past.place_id = place.id AND past.name <> version.name) AS former
       FROM place JOIN place_version AS version ON version.place_id = place.id AND ${coversDay('version', '@day')}
       ORDER BY place.sort_order`,
    )
    .all({ day });

export const listBranchNames = (office: Office, day: string): string[] =>
  office
    .prepare<{ day: string }, string>(
      `SELECT name FROM branch_version WHERE ${coversDay('branch_version', '@day')} ORDER BY sort_order`,
    )
    .pluck()
    .all({ day });

/** What tells people of one name apart; null where the roster doesn't hold it. */
export type Identity = {
  workerId: number;
  name: string;
  idNumber: string | null;
  mobile: string | null;
  birthMonth: string | null;
  sex: Sex | null;
};

/** Everybody the roster knows, also who has left. */
export const listIdentities = (office: Office): Identity[] =>
  office
    .prepare<[], Identity>(
      'SELECT id AS workerId, name, id_number AS idNumber, mobile, birth_month AS birthMonth, sex FROM worker ORDER BY id',
    )
    .all();

export type OnDuty = {
  postingId: number;
  workerId: number;
  worker: string;
  gridId: number;
  grid: string;
  firstDay: string | null;
  /** null, or a day still to come. */
  lastDay: string | null;
  /** Its last day is nobody's decision about the worker: the grid is closed with it. */
  endsWithGrid: 0 | 1;
};

/** Every posting of a 专职网格员 that covers the day, the main ones before additional ones. */
export const listOnDuty = (office: Office, day: string): OnDuty[] =>
  office
    .prepare<{ day: string }, OnDuty>(
      `SELECT posting.id AS postingId, worker.id AS workerId, worker.name AS worker, posting.grid_id AS gridId,
       ${asOfDay(gridVersions, 'name', 'posting.grid_id', '@day')} AS grid,
       posting.first_day AS firstDay, posting.last_day AS lastDay, ${endsWithGrid('posting')} IS 1 AS endsWithGrid
       FROM posting JOIN worker ON worker.id = posting.worker_id JOIN grid ON grid.id = posting.grid_id
       WHERE posting.role = 'worker' AND ${coversDay('posting', '@day')}
       ORDER BY posting.additional, grid.sort_order`,
    )
    .all({ day });

export type RosterCounts = { branches: number; communities: number; compounds: number; grids: number; workers: number };

const places = `FROM place JOIN place_version AS version ON version.place_id = place.id AND ${coversDay('version', '@day')} WHERE level`;

/** How many there are on a day; workers: everybody there ever was. */
export const countRoster = (office: Office, day: string): RosterCounts =>
  office
    .prepare<{ day: string }, RosterCounts>(
      `SELECT (SELECT count(*) FROM branch_version WHERE ${coversDay('branch_version', '@day')}) AS branches,
       (SELECT count(*) ${places} = 'community') AS communities,
       (SELECT count(*) ${places} = 'compound') AS compounds,
       (SELECT count(*) FROM grid_version WHERE ${coversDay('grid_version', '@day')}) AS grids,
       (SELECT count(*) FROM worker) AS workers`,
    )
    .get({ day }) ?? { branches: 0, communities: 0, compounds: 0, grids: 0, workers: 0 };

/** Whether anyone serves as 专职网格员 in a grid on any day before `day`. */
export const hasHistory = (office: Office, gridId: number, day: string): boolean =>
  office
    .prepare<[number, string], 1>(
      `SELECT 1 FROM posting WHERE grid_id = ? AND role = 'worker' AND ifnull(first_day, '${earliestDay}') < ? LIMIT 1`,
    )
    .get(gridId, day) !== undefined;

/** Whether any place, grid or branch is called, coded or there otherwise on one day than on another. */
export function groundDiffers(office: Office, one: string, other: string): boolean {
  const [from, to] = [one, other].sort();
  const change = (entity: string): string =>
    `SELECT 1 FROM ${entity} WHERE first_day > @from AND first_day <= @to OR last_day >= @from AND last_day < @to`;
  return (
    office
      .prepare<{ from: string | undefined; to: string | undefined }, 1>(
        `${[placeVersions, gridVersions, branchVersions].map(({ entity }) => change(entity)).join(' UNION ALL ')} LIMIT 1`,
      )
      .get({ from, to }) !== undefined
  );
}
