// The roster of one day: which branches and places there are and what they are called, which grids, and who stands where in
// which role. Worked out once into temporary tables of the connection, in the office's order, and kept until another day is
// asked for or something is written; so that every list, figure and search (haystacks.ts) of that day is a plain scan. Other rooms may join
// with these tables.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import type { Office } from '../../ground/office/office.ts';
import { coversDay } from '../../kit/versions.ts';
import { gridHaystack, heldGridHaystack, placeHaystack, workerHaystack } from './haystacks.ts';
import { anyDeparture, endsWithGrid, waitsSince } from './postingBounds.ts';

// A rank is a text that sorts as the office does: branch, community, the community before its compounds, grid. Each is told from one
// of equal place by its id, so that what belongs to it stays together.
const tables = `
CREATE TEMP TABLE IF NOT EXISTS day_key (day TEXT NOT NULL, today TEXT NOT NULL, mark INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS day_branch (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, short TEXT NOT NULL, sort_order INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS day_place (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, level TEXT NOT NULL,
  name TEXT NOT NULL, initials TEXT NOT NULL, pinyin TEXT NOT NULL, code TEXT, kind TEXT,
  branch_id INTEGER, community_id INTEGER, community_name TEXT, haystack TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS day_posting (
  id INTEGER PRIMARY KEY, worker_id INTEGER NOT NULL, grid_id INTEGER NOT NULL, role TEXT NOT NULL, additional INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS temp.day_posting_grid ON day_posting (grid_id, role);
CREATE INDEX IF NOT EXISTS temp.day_posting_worker ON day_posting (worker_id, role, additional);
CREATE TEMP TABLE IF NOT EXISTS day_grid (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, name TEXT NOT NULL, initials TEXT NOT NULL, code TEXT, kind TEXT,
  place_id INTEGER NOT NULL, community_id INTEGER, branch_id INTEGER, posting_id INTEGER, worker_id INTEGER, haystack TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS temp.day_grid_worker ON day_grid (worker_id);
CREATE TEMP TABLE IF NOT EXISTS day_worker (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, status TEXT NOT NULL, posting_id INTEGER, grids_held INTEGER NOT NULL,
  grid_id INTEGER, grid_name TEXT, grid_code TEXT, grid_kind TEXT,
  place_id INTEGER, community_id INTEGER, branch_id INTEGER, haystack TEXT NOT NULL, id_number TEXT);`;

const names = ['day_key', 'day_branch', 'day_place', 'day_posting', 'day_grid', 'day_worker'];

const fillBranches = `
INSERT INTO day_branch SELECT branch_id, name, short, sort_order FROM branch_version WHERE ${coversDay('branch_version', '@day')}`;

/**
 * Compounds take their branch, and where they say no kind of their own their kind, from their community. A place is found by
 * its former names too.
 */
const fillPlaces = `
INSERT INTO day_place
SELECT place.id,
  printf('%08d%08d%08d%08d%d%08d%08d', ifnull(day_branch.sort_order, 99999999), ifnull(day_branch.id, 0),
    community.sort_order, community.id, place.level = 'compound', place.sort_order, place.id),
  place.level, own.name, own.initials, own.pinyin, own.code, ifnull(own.kind, above.kind),
  day_branch.id, community.id, ifnull(above.name, own.name),
  ${placeHaystack}
FROM place
JOIN place_version AS own ON own.place_id = place.id AND ${coversDay('own', '@day')}
LEFT JOIN place_version AS above ON above.place_id = own.parent_id AND ${coversDay('above', '@day')}
LEFT JOIN place AS community ON community.id = ifnull(own.parent_id, place.id)
LEFT JOIN day_branch ON day_branch.id = ifnull(own.branch_id, above.branch_id)
LEFT JOIN (
  SELECT place_id, group_concat(name || char(10) || initials, char(10)) AS names
  FROM place_version WHERE last_day < @day GROUP BY place_id
) AS past ON past.place_id = place.id`;

const fillPostings = `
INSERT INTO day_posting SELECT id, worker_id, grid_id, role, additional FROM posting WHERE ${coversDay('posting', '@day')}`;

/** A grid is found by its former names and codes too. */
const fillGrids = `
INSERT INTO day_grid
SELECT grid.id, ifnull(day_place.rank, '~') || printf('%08d%08d', grid.sort_order, grid.id),
  own.name, own.initials, own.code, own.kind, own.place_id, day_place.community_id, day_place.branch_id,
  day_posting.id, day_posting.worker_id,
  ${gridHaystack}
FROM grid
JOIN grid_version AS own ON own.grid_id = grid.id AND ${coversDay('own', '@day')}
LEFT JOIN day_place ON day_place.id = own.place_id
LEFT JOIN day_posting ON day_posting.grid_id = grid.id AND day_posting.role = 'worker'
LEFT JOIN (
  SELECT grid_id, group_concat(concat_ws(char(10), name, initials, code), char(10)) AS names
  FROM grid_version WHERE last_day < @day GROUP BY grid_id
) AS past ON past.grid_id = grid.id`;

/**
 * The posting that counts is, of those that cover the day, the main one; else the last that had begun by then. Whoever serves
 * under a last day still to come is leaving, unless another posting goes on or follows; seen from a past day, those who have left
 * since were simply on duty. Whose grid is closed under them isn't leaving, and waits for another then. Who never served, or waits,
 * has left once a departure is written down. Of a leaver, the grid as it was called at the end.
 */
const fillWorkers = `
INSERT INTO day_worker
SELECT worker.id,
  ifnull(day_place.rank, '~') || CASE WHEN grid.id IS NULL THEN worker.pinyin ELSE printf('%08d%08d', grid.sort_order, grid.id) END ||
    ((latest.last_day < @day) IS TRUE) || printf('%08d', worker.id),
  CASE
    WHEN latest.id IS NULL THEN iif(EXISTS (SELECT 1 FROM personnel_action AS gone WHERE gone.worker_id = worker.id AND gone.day <= @day
      AND gone.kind IN ${anyDeparture} AND NOT EXISTS (SELECT 1 FROM posting AS since WHERE since.worker_id = worker.id
        AND since.role = 'worker' AND ifnull(since.first_day, '${earliestDay}') <= @day AND ifnull(since.last_day, '${latestDay}') > gone.day)),
      'left', 'unassigned')
    WHEN latest.last_day < @day THEN 'left'
    WHEN latest.last_day >= @today AND NOT ${endsWithGrid('latest')} AND ifnull(more.endless, 0) = 0 AND NOT EXISTS
      (SELECT 1 FROM posting AS next WHERE next.worker_id = worker.id AND next.role = 'worker' AND next.first_day > @day)
    THEN 'leaving'
    ELSE 'onDuty' END,
  latest.id, (main.id IS NOT NULL) + ifnull(more.held, 0), grid.id, own.name, own.code, own.kind,
  day_place.id, day_place.community_id, day_place.branch_id,
  ${workerHaystack}, lower(worker.id_number)
FROM worker
LEFT JOIN day_posting AS main ON main.worker_id = worker.id AND main.role = 'worker' AND main.additional = 0
LEFT JOIN (
  SELECT day_posting.worker_id, count(*) AS held, min(day_posting.id) AS id,
    total(posting.ended IS NULL) AS endless
  FROM day_posting JOIN posting ON posting.id = day_posting.id
  WHERE day_posting.role = 'worker' AND day_posting.additional = 1 GROUP BY day_posting.worker_id
) AS more ON more.worker_id = worker.id
LEFT JOIN posting AS latest ON latest.id = coalesce(main.id, more.id, (
  SELECT iif(${waitsSince('past', '@day')}, NULL, past.id) FROM posting AS past WHERE past.worker_id = worker.id AND past.role = 'worker' AND past.last_day < @day
  ORDER BY past.last_day DESC, past.additional LIMIT 1))
LEFT JOIN grid ON grid.id = latest.grid_id
LEFT JOIN grid_version AS own ON own.grid_id = latest.grid_id
  AND ${coversDay('own', `min(@day, ifnull(latest.last_day, '${latestDay}'))`)}
LEFT JOIN day_place ON day_place.id = own.place_id`;

/** Whoever holds several grids is found by each, and named with all of them. */
const nameSeveral = `
UPDATE day_worker SET
  grid_name = several.names, grid_code = several.codes, haystack = day_worker.haystack || char(10) || several.haystack
FROM (
  SELECT worker_id, group_concat(name, '、') AS names, group_concat(code, '、') AS codes, searchable(group_concat(haystack, char(10))) AS haystack
  FROM (
    SELECT day_grid.worker_id, day_grid.name, day_grid.code,
      ${heldGridHaystack} AS haystack
    FROM day_worker AS holder
    JOIN day_grid ON day_grid.worker_id = holder.id
    JOIN day_posting ON day_posting.id = day_grid.posting_id
    LEFT JOIN day_place ON day_place.id = day_grid.place_id
    WHERE holder.grids_held > 1
    ORDER BY day_grid.worker_id, day_posting.additional, day_grid.rank
  ) GROUP BY worker_id
) AS several
WHERE several.worker_id = day_worker.id`;

/** Makes the tables day_branch, day_place, day_posting, day_grid and day_worker stand on a day. */
export function turnTo(office: Office, day: string): void {
  office.db.exec(tables);
  const key = {
    day,
    today: office.clock.today(),
    mark: office.prepare<[], number>('SELECT ifnull(max(id), 0) FROM audit_line').pluck().get() ?? 0,
  };
  const there = office
    .prepare<typeof key, 1>('SELECT 1 FROM day_key WHERE day = @day AND today = @today AND mark = @mark')
    .get(key);
  if (there) return;
  office.db.transaction(() => {
    for (const table of names) office.prepare(`DELETE FROM ${table}`).run();
    for (const fill of [fillBranches, fillPlaces, fillPostings, fillGrids]) office.prepare<{ day: string }>(fill).run({ day });
    office.prepare<{ day: string; today: string }>(fillWorkers).run(key);
    office.prepare(nameSeveral).run();
    office.prepare<typeof key>('INSERT INTO day_key VALUES (@day, @today, @mark)').run(key);
  })();
}

/** SQL: whether a row of day_worker holds a grid for which `condition` over day_grid is true; of a leaver, held it last. */
export const holdsGrid = (own: string, condition: string): string =>
  `(${own} OR day_worker.grids_held > 1 AND EXISTS (SELECT 1 FROM day_grid WHERE day_grid.worker_id = day_worker.id AND ${condition}))`;
