// The roster of one day: which places there are and what they are called, which grids, and who stands where. Worked out once
// into temporary tables of the connection, in the office's order, and kept until another day is asked for or something is
// written; so that every list, figure and search of that day is a plain scan. Other rooms may join with these tables.
import type { Office } from '../../ground/office/office.ts';

// A rank is a text that sorts as the office does: branch, community, the community before its compounds, grid.
const tables = `
CREATE TEMP TABLE IF NOT EXISTS day_key (day TEXT NOT NULL, today TEXT NOT NULL, mark INTEGER NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS day_place (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, level TEXT NOT NULL,
  name TEXT NOT NULL, initials TEXT NOT NULL, pinyin TEXT NOT NULL, code TEXT, kind TEXT,
  branch_id INTEGER, community_id INTEGER, community_name TEXT, haystack TEXT NOT NULL);
CREATE TEMP TABLE IF NOT EXISTS day_grid (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, place_id INTEGER NOT NULL, community_id INTEGER, branch_id INTEGER,
  posting_id INTEGER, worker_id INTEGER);
CREATE TEMP TABLE IF NOT EXISTS day_worker (
  id INTEGER PRIMARY KEY, rank TEXT NOT NULL, status TEXT NOT NULL, posting_id INTEGER,
  grid_id INTEGER, place_id INTEGER, community_id INTEGER, branch_id INTEGER, haystack TEXT NOT NULL);`;

const covers = (period: string): string =>
  `ifnull(${period}.first_day, '0000') <= @day AND ifnull(${period}.last_day, '9999') >= @day`;

/**
 * Compounds take their branch, and where they say no kind of their own their kind, from their community. A place is found by
 * its former names too.
 */
const fillPlaces = `
INSERT INTO day_place
SELECT place.id,
  printf('%08d%08d%08d%d%08d%08d', ifnull(branch.sort_order, 99999999), community.sort_order, community.id,
    place.level = 'compound', place.sort_order, place.id),
  place.level, own.name, own.initials, own.pinyin, own.code, ifnull(own.kind, above.kind),
  branch.id, community.id, ifnull(above.name, own.name),
  lower(concat_ws(char(10), own.name, own.initials, own.pinyin, own.code, past.names))
FROM place
JOIN place_version AS own ON own.place_id = place.id AND ${covers('own')}
LEFT JOIN place_version AS above ON above.place_id = own.parent_id AND ${covers('above')}
LEFT JOIN place AS community ON community.id = ifnull(own.parent_id, place.id)
LEFT JOIN branch ON branch.id = ifnull(own.branch_id, above.branch_id)
LEFT JOIN (
  SELECT place_id, group_concat(name || char(10) || initials, char(10)) AS names
  FROM place_version WHERE last_day < @day GROUP BY place_id
) AS past ON past.place_id = place.id`;

const fillGrids = `
INSERT INTO day_grid
SELECT grid.id, ifnull(day_place.rank, '~') || printf('%08d%08d', grid.sort_order, grid.id),
  grid.place_id, day_place.community_id, day_place.branch_id, posting.id, posting.worker_id
FROM grid
LEFT JOIN day_place ON day_place.id = grid.place_id
LEFT JOIN posting ON posting.grid_id = grid.id AND posting.role = 'worker' AND ${covers('posting')}
WHERE ${covers('grid')}`;

/**
 * The posting that counts is the latest that had begun by the day. Whoever serves under a last day still to come is leaving,
 * unless another posting follows; seen from a past day, those who have left since were simply on duty. Who never served has left
 * once a departure is written down.
 */
const fillWorkers = `
INSERT INTO day_worker
SELECT worker.id,
  ifnull(day_place.rank, '~') || CASE WHEN grid.id IS NULL THEN worker.pinyin ELSE printf('%08d%08d', grid.sort_order, grid.id) END ||
    ifnull(latest.ends < @day, 0) || printf('%08d', worker.id),
  CASE
    WHEN latest.id IS NULL THEN iif(EXISTS (SELECT 1 FROM personnel_action WHERE worker_id = worker.id AND day <= @day
      AND kind IN ('dismissal', 'resignation', 'retirement')), 'left', 'unassigned')
    WHEN latest.ends < @day THEN 'left'
    WHEN latest.last_day >= @today AND NOT EXISTS
      (SELECT 1 FROM posting AS next WHERE next.worker_id = worker.id AND next.role = 'worker' AND next.first_day > latest.last_day)
    THEN 'leaving'
    ELSE 'onDuty' END,
  latest.id, grid.id, grid.place_id, day_place.community_id, day_place.branch_id,
  lower(concat_ws(char(10), worker.name, worker.initials, worker.pinyin, worker.mobile, worker.id_number, grid.name, grid.initials,
    grid.code, day_place.name, day_place.initials, day_place.community_name))
FROM worker
LEFT JOIN (
  SELECT worker_id, id, grid_id, last_day, max(ifnull(last_day, '9999')) AS ends
  FROM posting WHERE role = 'worker' AND ifnull(first_day, '0000') <= @day GROUP BY worker_id
) AS latest ON latest.worker_id = worker.id
LEFT JOIN grid ON grid.id = latest.grid_id
LEFT JOIN day_place ON day_place.id = grid.place_id`;

/** Makes the tables day_place, day_grid and day_worker stand on a day. */
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
    for (const table of ['day_key', 'day_place', 'day_grid', 'day_worker']) office.prepare(`DELETE FROM ${table}`).run();
    office.prepare<{ day: string }>(fillPlaces).run({ day });
    office.prepare<{ day: string }>(fillGrids).run({ day });
    office.prepare<{ day: string; today: string }>(fillWorkers).run(key);
    office.prepare<typeof key>('INSERT INTO day_key VALUES (@day, @today, @mark)').run(key);
  })();
}
