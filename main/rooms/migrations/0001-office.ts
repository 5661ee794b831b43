// The first schema: settings, change sets with their audit lines, and the roster. Frozen once released; a change is a new file.

const day = (column: string): string => `CHECK (${column} IS date(${column}))`;
const uid = 'uid TEXT NOT NULL UNIQUE';
const key = 'id INTEGER PRIMARY KEY AUTOINCREMENT';

export const sql = `
CREATE TABLE setting (
  ${key}, ${uid},
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- What a screen remembers for the person at it: columns, filters, mappings, window size, drafts.
CREATE TABLE preference (
  ${key}, actor TEXT NOT NULL, name TEXT NOT NULL,
  value TEXT NOT NULL CHECK (json_valid(value)),
  UNIQUE (actor, name)
) STRICT;

-- Every act is one change set; its audit lines hold each row before and after, in the order written.
CREATE TABLE change_set (
  ${key}, ${uid},
  at TEXT NOT NULL,
  actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  summary TEXT NOT NULL,
  undoes_id INTEGER UNIQUE REFERENCES change_set (id)
) STRICT;

CREATE TABLE audit_line (
  ${key},
  change_set_id INTEGER NOT NULL REFERENCES change_set (id),
  entity TEXT NOT NULL,
  entity_id INTEGER NOT NULL,
  act TEXT NOT NULL CHECK (act IN ('insert', 'update', 'remove', 'reveal')),
  before TEXT CHECK (before IS NULL OR json_valid(before)),
  after TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;
CREATE INDEX audit_line_change_set ON audit_line (change_set_id);
CREATE INDEX audit_line_entity ON audit_line (entity, entity_id);

CREATE TABLE dictionary_entry (
  ${key}, ${uid},
  dictionary TEXT NOT NULL CHECK (dictionary IN ('hiringSource', 'employer', 'education', 'politics', 'ethnicity')),
  value TEXT NOT NULL CHECK (length(value) > 0),
  short TEXT NOT NULL CHECK (length(short) > 0),
  sort_order INTEGER NOT NULL,
  UNIQUE (dictionary, value)
) STRICT;

-- Immutable, by content: audit lines and board snapshots hold the hash. Never updated, only added.
CREATE TABLE photo (
  hash TEXT PRIMARY KEY CHECK (length(hash) = 64),
  jpeg BLOB NOT NULL,
  thumbnail BLOB NOT NULL,
  width INTEGER NOT NULL CHECK (width BETWEEN 1 AND 1200),
  height INTEGER NOT NULL CHECK (height BETWEEN 1 AND 1680),
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE property_company (
  ${key}, ${uid},
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  contact TEXT, phone TEXT, note TEXT
) STRICT;

CREATE TABLE branch (
  ${key}, ${uid},
  name TEXT NOT NULL UNIQUE CHECK (length(name) > 0),
  short TEXT NOT NULL,
  hotline TEXT,
  sort_order INTEGER NOT NULL,
  note TEXT
) STRICT;

-- A community (社区、村居) or a compound (居民小区). What changes over time is in place_version; the rest is today's.
CREATE TABLE place (
  ${key}, ${uid},
  level TEXT NOT NULL CHECK (level IN ('community', 'compound')),
  sort_order INTEGER NOT NULL,
  secretary TEXT, phone TEXT, office_address TEXT,
  developed_by TEXT CHECK (developed_by IN ('community', 'developer')),
  developer TEXT, address TEXT,
  building_count INTEGER CHECK (building_count >= 0),
  household_count INTEGER CHECK (household_count >= 0),
  population INTEGER CHECK (population >= 0),
  property_company_id INTEGER REFERENCES property_company (id),
  note TEXT,
  CHECK (level = 'compound' OR (developed_by IS NULL AND developer IS NULL AND building_count IS NULL AND property_company_id IS NULL))
) STRICT;
CREATE INDEX place_property_company ON place (property_company_id);
CREATE INDEX place_order ON place (sort_order);

CREATE TABLE place_version (
  ${key}, ${uid},
  place_id INTEGER NOT NULL REFERENCES place (id),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  initials TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  code TEXT CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  kind TEXT CHECK (kind IN ('urban', 'rural')),
  branch_id INTEGER REFERENCES branch (id),
  parent_id INTEGER REFERENCES place (id),
  first_day TEXT ${day('first_day')},
  last_day TEXT ${day('last_day')},
  CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX place_version_current ON place_version (place_id) WHERE last_day IS NULL;
CREATE UNIQUE INDEX place_version_code ON place_version (code) WHERE last_day IS NULL AND code IS NOT NULL;
CREATE INDEX place_version_place ON place_version (place_id, first_day);
CREATE INDEX place_version_name ON place_version (name);
CREATE INDEX place_version_any_code ON place_version (code);
CREATE INDEX place_version_branch ON place_version (branch_id);
CREATE INDEX place_version_parent ON place_version (parent_id);

CREATE TABLE grid (
  ${key}, ${uid},
  place_id INTEGER NOT NULL REFERENCES place (id),
  code TEXT UNIQUE CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]'),
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  initials TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('urban', 'rural')),
  boundary TEXT, service_area TEXT, extra_duty TEXT,
  household_count INTEGER CHECK (household_count >= 0),
  population INTEGER CHECK (population >= 0),
  sort_order INTEGER NOT NULL,
  first_day TEXT ${day('first_day')},
  last_day TEXT ${day('last_day')},
  note TEXT,
  CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
) STRICT;
CREATE INDEX grid_place ON grid (place_id);
CREATE INDEX grid_order ON grid (sort_order);

CREATE TABLE worker (
  ${key}, ${uid},
  name TEXT NOT NULL CHECK (length(trim(name)) > 0),
  initials TEXT NOT NULL,
  pinyin TEXT NOT NULL,
  sex TEXT CHECK (sex IN ('male', 'female')),
  ethnicity TEXT,
  birth_month TEXT CHECK (birth_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]' AND substr(birth_month, 6) BETWEEN '01' AND '12'),
  id_number TEXT UNIQUE CHECK (length(id_number) = 18 AND substr(id_number, 1, 17) NOT GLOB '*[^0-9]*' AND substr(id_number, 18) GLOB '[0-9X]'),
  id_number_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (id_number_confirmed IN (0, 1)),
  education TEXT, politics TEXT,
  mobile TEXT CHECK (length(mobile) = 11 AND mobile GLOB '1*' AND mobile NOT GLOB '*[^0-9]*'),
  mobile_confirmed INTEGER NOT NULL DEFAULT 0 CHECK (mobile_confirmed IN (0, 1)),
  landline TEXT,
  started_work TEXT CHECK (started_work GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  hiring_source TEXT,
  former_family_planning INTEGER CHECK (former_family_planning IN (0, 1)),
  employer TEXT,
  property_company_id INTEGER REFERENCES property_company (id),
  photo_hash TEXT REFERENCES photo (hash),
  photo_to_crop INTEGER NOT NULL DEFAULT 0 CHECK (photo_to_crop IN (0, 1)),
  note TEXT
) STRICT;
CREATE INDEX worker_name ON worker (name);
CREATE INDEX worker_mobile ON worker (mobile);
CREATE INDEX worker_property_company ON worker (property_company_id);

CREATE TABLE personnel_action (
  ${key}, ${uid},
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  kind TEXT NOT NULL CHECK (kind IN ('hire', 'transfer', 'dismissal', 'resignation', 'retirement')),
  day TEXT ${day('day')},
  reason TEXT, document_number TEXT, handled_by TEXT, note TEXT
) STRICT;
CREATE INDEX personnel_action_worker ON personnel_action (worker_id);
CREATE INDEX personnel_action_day ON personnel_action (day);

-- Who serves in which grid from which day to which; both inclusive, never overwritten. first_day is null where nobody knows.
CREATE TABLE posting (
  ${key}, ${uid},
  worker_id INTEGER NOT NULL REFERENCES worker (id),
  grid_id INTEGER NOT NULL REFERENCES grid (id),
  role TEXT NOT NULL DEFAULT 'worker' CHECK (role IN ('worker', 'leader', 'helper', 'liaison', 'police')),
  first_day TEXT ${day('first_day')},
  first_day_precision TEXT NOT NULL CHECK (first_day_precision IN ('day', 'month', 'unknown')),
  last_day TEXT ${day('last_day')},
  opened_by_id INTEGER REFERENCES personnel_action (id),
  closed_by_id INTEGER REFERENCES personnel_action (id),
  note TEXT,
  CHECK ((first_day IS NULL) = (first_day_precision = 'unknown')),
  CHECK (first_day IS NULL OR last_day IS NULL OR first_day <= last_day)
) STRICT;
CREATE UNIQUE INDEX posting_current_grid ON posting (grid_id, role) WHERE last_day IS NULL;
CREATE UNIQUE INDEX posting_current_worker ON posting (worker_id, role) WHERE last_day IS NULL;
-- The whole history of a grid or a worker is read from the index alone: every list as of a day does so.
CREATE INDEX posting_grid ON posting (grid_id, role, first_day, last_day);
CREATE INDEX posting_worker ON posting (worker_id, role, first_day, last_day, grid_id);
CREATE INDEX posting_opened ON posting (opened_by_id);
CREATE INDEX posting_closed ON posting (closed_by_id);
`;
