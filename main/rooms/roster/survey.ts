// The roster at a glance, for whoever compares a whole file with it: its words, the names of its places, who serves where now,
// and how many there are of everything.
import type { DictionaryName, PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';

export type DictionaryWord = { dictionary: DictionaryName; value: string; short: string };

export const listWords = (office: Office): DictionaryWord[] =>
  office.prepare<[], DictionaryWord>('SELECT dictionary, value, short FROM dictionary_entry ORDER BY sort_order').all();

export type PlaceName = { placeId: number; level: PlaceLevel; name: string };

/** Present names only. */
export const listPlaceNames = (office: Office): PlaceName[] =>
  office
    .prepare<[], PlaceName>(
      `SELECT place.id AS placeId, place.level, version.name FROM place
       JOIN place_version AS version ON version.place_id = place.id AND version.last_day IS NULL ORDER BY place.sort_order`,
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
};

/** Everyone whose posting covers the day. */
export const listOnDuty = (office: Office, day: string): OnDuty[] =>
  office
    .prepare<[string, string], OnDuty>(
      `SELECT posting.id AS postingId, worker.id AS workerId, worker.name AS worker, grid.id AS gridId, grid.name AS grid,
       posting.first_day AS firstDay, posting.last_day AS lastDay
       FROM posting JOIN worker ON worker.id = posting.worker_id JOIN grid ON grid.id = posting.grid_id
       WHERE posting.role = 'worker' AND ifnull(posting.first_day, '0000') <= ? AND ifnull(posting.last_day, '9999') >= ?
       ORDER BY grid.sort_order`,
    )
    .all(day, day);

export type RosterCounts = { branches: number; communities: number; compounds: number; grids: number; workers: number };

export const countRoster = (office: Office): RosterCounts =>
  office
    .prepare<[], RosterCounts>(
      `SELECT (SELECT count(*) FROM branch) AS branches,
       (SELECT count(*) FROM place JOIN place_version ON place_id = place.id AND last_day IS NULL WHERE level = 'community') AS communities,
       (SELECT count(*) FROM place JOIN place_version ON place_id = place.id AND last_day IS NULL WHERE level = 'compound') AS compounds,
       (SELECT count(*) FROM grid WHERE last_day IS NULL) AS grids,
       (SELECT count(*) FROM worker) AS workers`,
    )
    .get() ?? { branches: 0, communities: 0, compounds: 0, grids: 0, workers: 0 };

/** Whether anyone has ever served in a grid. */
export const hasHistory = (office: Office, gridId: number): boolean =>
  office.prepare<[number], 1>('SELECT 1 FROM posting WHERE grid_id = ? LIMIT 1').get(gridId) !== undefined;
