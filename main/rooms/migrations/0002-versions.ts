// The second schema. Names, codes, kinds and places of grids, and names and order of branches, hold from a day to a day, as
// those of places did; a worker may hold several grids; whoever acts is a person, not a login. Frozen once released.
import type { AuditedRow, Row } from '../../ground/office/schema.ts';

const day = (column: string): string => `CHECK (${column} IS date(${column}))`;
const uid = 'uid TEXT NOT NULL UNIQUE';
const key = 'id INTEGER PRIMARY KEY AUTOINCREMENT';
const period = `first_day TEXT ${day('first_day')},
  last_day TEXT ${day('last_day')},
  CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)`;

/** Of the one version that each grid and branch had so far. Its id is the grid's or the branch's own. */
const firstVersionUid = (of: string): string => `v1-${of}`;

/** Keeps the highest id ever given, also of rows long removed: audit lines speak of them. */
const sequences = (table: string): string => `
DELETE FROM sqlite_sequence WHERE name IN ('${table}_anew', '${table}_version');
INSERT INTO sqlite_sequence (name, seq) SELECT '${table}_anew', seq FROM sqlite_sequence WHERE name = '${table}';
INSERT INTO sqlite_sequence (name, seq) SELECT '${table}_version', seq FROM sqlite_sequence WHERE name = '${table}';`;

export const sql = `
CREATE TABLE office (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  uid TEXT NOT NULL
) STRICT;
INSERT INTO office VALUES (1, lower(hex(randomblob(16))));

CREATE TABLE person (
  ${key}, ${uid},
  name TEXT NOT NULL UNIQUE CHECK (length(trim(name)) > 0),
  seated_at TEXT NOT NULL
) STRICT;
-- Who said last that they sit at a user of the system.
CREATE TABLE seat (
  login TEXT PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES person (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_person ON seat (person_id);

-- \`schema\`: what the audit lines of the act are read by. \`actor\` stays the user of the system.
ALTER TABLE change_set ADD COLUMN schema INTEGER NOT NULL DEFAULT 1;
ALTER TABLE change_set ADD COLUMN person_id INTEGER REFERENCES person (id);
CREATE INDEX change_set_person ON change_set (person_id);
-- An undo of an undo does the act again.
WITH RECURSIVE chain (id, depth) AS (
  SELECT later.id, 1 FROM change_set AS later JOIN change_set AS first ON first.id = later.undoes_id WHERE first.undoes_id IS NULL
  UNION ALL
  SELECT later.id, depth + 1 FROM change_set AS later JOIN chain ON chain.id = later.undoes_id
)
UPDATE change_set SET kind = 'redo' WHERE id IN (SELECT id FROM chain WHERE depth % 2 = 0);

-- \`owner\`: a person's uid, or «login NAME» while nobody has said who sits there.
CREATE TABLE preference_anew (
  ${key}, owner TEXT NOT NULL, name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  UNIQUE (owner, name)
) STRICT;
INSERT INTO preference_anew (id, owner, name, value) SELECT id, 'login ' || actor, name, value FROM preference;
DROP TABLE preference;
ALTER TABLE preference_anew RENAME TO preference;

CREATE TABLE branch_version (
  ${key}, ${uid},
  branch_id INTEGER NOT NULL REFERENCES branch (id),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  short TEXT NOT NULL CHECK (length(trim(short)) > 0),
  sort_order INTEGER NOT NULL,
  ${period}
) STRICT;
CREATE INDEX branch_version_branch ON branch_version (branch_id, first_day);
CREATE INDEX branch_version_name ON branch_version (name);
INSERT INTO branch_version (id, uid, branch_id, name, short, sort_order)
  SELECT id, '${firstVersionUid('')}' || uid, id, name, iif(trim(short) = '', name, short), sort_order FROM branch;
CREATE TABLE branch_anew (
  ${key}, ${uid},
  hotline TEXT, note TEXT
) STRICT;
INSERT INTO branch_anew (id, uid, hotline, note) SELECT id, uid, hotline, note FROM branch;
${sequences('branch')}
DROP TABLE branch;
ALTER TABLE branch_anew RENAME TO branch;

CREATE TABLE grid_version (
  ${key}, ${uid},
  grid_id INTEGER NOT NULL REFERENCES grid (id),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  initials TEXT NOT NULL,
  code TEXT CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  kind TEXT CHECK (kind IN ('urban', 'rural')),
  place_id INTEGER NOT NULL REFERENCES place (id),
  ${period}
) STRICT;
CREATE INDEX grid_version_grid ON grid_version (grid_id, first_day);
CREATE INDEX grid_version_code ON grid_version (code);
CREATE INDEX grid_version_place ON grid_version (place_id);
INSERT INTO grid_version (id, uid, grid_id, name, initials, code, kind, place_id, first_day, last_day)
  SELECT id, '${firstVersionUid('')}' || uid, id, name, initials, code, kind, place_id, first_day, last_day FROM grid;
-- When a grid is there at all is when it has a version.
CREATE TABLE grid_anew (
  ${key}, ${uid},
  boundary TEXT, service_area TEXT, extra_duty TEXT,
  household_count INTEGER CHECK (household_count >= 0),
  population INTEGER CHECK (population >= 0),
  sort_order INTEGER NOT NULL,
  note TEXT
) STRICT;
INSERT INTO grid_anew (id, uid, boundary, service_area, extra_duty, household_count, population, sort_order, note)
  SELECT id, uid, boundary, service_area, extra_duty, household_count, population, sort_order, note FROM grid;
${sequences('grid')}
DROP TABLE grid;
ALTER TABLE grid_anew RENAME TO grid;
CREATE INDEX grid_order ON grid (sort_order);

-- Which day's versions may not overlap is told by triggers over time, not by an index on those without an end.
DROP INDEX place_version_current;
DROP INDEX place_version_code;

-- \`additional\`: held beside another grid, on purpose (兼任). Two that aren't never share a day.
ALTER TABLE posting ADD COLUMN additional INTEGER NOT NULL DEFAULT 0 CHECK (additional IN (0, 1));
DROP INDEX posting_current_grid;
DROP INDEX posting_current_worker;
`;

const pick = (row: Row, columns: readonly string[]): Row =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

const own = {
  grid: ['id', 'uid', 'boundary', 'service_area', 'extra_duty', 'household_count', 'population', 'sort_order', 'note'],
  branch: ['id', 'uid', 'hotline', 'note'],
} as const;

const versioned = {
  grid: ['name', 'initials', 'code', 'kind', 'place_id', 'first_day', 'last_day'],
  branch: ['name', 'short', 'sort_order'],
} as const;

/** A row of before as the two it has become: itself, and its one version. */
function parted(entity: 'grid' | 'branch', row: Row | null): { own: Row | null; version: Row | null } {
  if (row === null) return { own: null, version: null };
  const version: Row = {
    id: row.id ?? null,
    uid: firstVersionUid(String(row.uid)),
    [`${entity}_id`]: row.id ?? null,
    first_day: null,
    last_day: null,
    ...pick(row, versioned[entity]),
  };
  const short = typeof version.short === 'string' && version.short.trim() === '' ? (version.name ?? null) : version.short;
  return { own: pick(row, own[entity]), version: entity === 'branch' ? { ...version, short: short ?? null } : version };
}

const changes = ({ before, after }: AuditedRow): boolean => JSON.stringify(before) !== JSON.stringify(after);

/** How the lines of the first schema read in this one. */
export function lift(line: AuditedRow): AuditedRow[] {
  const { entity, id } = line;
  if (entity === 'posting') {
    const withAddition = (row: Row | null): Row | null => row && { ...row, additional: 0 };
    return [{ ...line, before: withAddition(line.before), after: withAddition(line.after) }];
  }
  if (entity !== 'grid' && entity !== 'branch') return [line];
  const before = parted(entity, line.before);
  const after = parted(entity, line.after);
  const ownLine: AuditedRow = { entity, id, before: before.own, after: after.own };
  const versionLine: AuditedRow = { entity: `${entity}_version`, id, before: before.version, after: after.version };
  // In the order in which an act would have written them: whoever undoes goes backwards.
  return (line.after === null ? [versionLine, ownLine] : [ownLine, versionLine]).filter(changes);
}
