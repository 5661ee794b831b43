// The floors' own reading: the rows of the roster of a day by the best SQL we can write for each question, over the bare tables
// and their indexes, with nothing worked out beforehand. For offices in which everybody has served, as those of offices.ts; who
// never did is counted nowhere here. Nothing else in this folder reads a table by its name.
import type { Statement } from 'better-sqlite3';
import type { Connection } from '../../main/ground/office/connection.ts';
import type { WorkerList, WorkerListInput, WorkerRow } from '../../shared/roster/workers.ts';

const covers = (period: string): string =>
  `ifnull(${period}.first_day, '0000') <= @day AND ifnull(${period}.last_day, '9999') >= @day`;

// Who served last, and where.

/** One step down the index for each worker. */
const ofWorkers = (condition: string): string => `SELECT posting.worker_id, posting.id, posting.grid_id, posting.last_day
  FROM worker CROSS JOIN posting ON posting.id = (SELECT id FROM posting WHERE worker_id = worker.id AND role = 'worker'
    AND ifnull(first_day, '0000') <= @day ORDER BY first_day DESC LIMIT 1) WHERE ${condition}`;

const everyone = ofWorkers('true');

/** From grids: a posting is the last one begun where no other of the worker has begun since. */
const last = `latest.role = 'worker' AND ifnull(latest.first_day, '0000') <= @day AND NOT EXISTS (
  SELECT 1 FROM posting AS later WHERE later.worker_id = latest.worker_id AND later.role = 'worker'
  AND later.first_day > ifnull(latest.first_day, '0000') AND later.first_day <= @day)`;
const lastColumns = 'latest.worker_id, latest.id, latest.grid_id, latest.last_day';

/** The places of a condition, and the compounds in communities of another. */
const onPlaces = (columns: string, ownCondition: string, aboveCondition: string): string => `SELECT ${columns}
  FROM (
    SELECT own.place_id FROM place_version AS own WHERE ${covers('own')} AND ${ownCondition}
    UNION ALL
    SELECT own.place_id FROM place_version AS above CROSS JOIN place_version AS own ON own.parent_id = above.place_id AND ${covers('own')}
    WHERE ${covers('above')} AND ${aboveCondition}
  ) AS ground
  CROSS JOIN grid_version AS grid ON grid.place_id = ground.place_id AND ${covers('grid')}
  CROSS JOIN posting AS latest ON latest.grid_id = grid.grid_id AND ${last}`;

const ofBranch = onPlaces(lastColumns, 'own.branch_id = @branchId', 'above.branch_id = @branchId');

const found = (table: string, columns: readonly string[]): string =>
  `(${columns.map((column) => `${table}.${column} LIKE @like`).join(' OR ')})`;

/** What a person, a grid, or the place it stands on is called: each table is looked through once, and joined only where it says so. */
const ofSearch = `SELECT ${lastColumns} FROM posting AS latest WHERE latest.id IN (
  SELECT id FROM (${ofWorkers(found('worker', ['name', 'initials', 'pinyin', 'mobile', 'id_number']))})
  UNION ALL
  SELECT latest.id FROM grid_version AS grid CROSS JOIN posting AS latest ON latest.grid_id = grid.grid_id AND ${last}
  WHERE ${covers('grid')} AND ${found('grid', ['name', 'initials', 'code'])}
  UNION ALL
  ${onPlaces('latest.id', found('own', ['name', 'initials']), found('above', ['name']))})`;

// CROSS, so that the planner starts from whoever was found.
const ground = `CROSS JOIN grid_version AS grid ON grid.grid_id = latest.grid_id AND ${covers('grid')}
  CROSS JOIN grid AS standing ON standing.id = grid.grid_id
  CROSS JOIN place ON place.id = grid.place_id
  CROSS JOIN place_version AS own ON own.place_id = place.id AND ${covers('own')}
  LEFT JOIN place_version AS above ON above.place_id = own.parent_id AND ${covers('above')}
  CROSS JOIN place AS community ON community.id = ifnull(own.parent_id, place.id)
  LEFT JOIN branch_version AS branch ON branch.branch_id = ifnull(own.branch_id, above.branch_id) AND ${covers('branch')}`;
const people = 'CROSS JOIN worker ON worker.id = latest.worker_id';

const officeOrder = `ifnull(branch.sort_order, 99999999), community.sort_order, community.id, place.level = 'compound',
  place.sort_order, place.id, standing.sort_order, standing.id, latest.last_day < @day, latest.worker_id`;

const hasLeft = 'latest.last_day < @day';
const isLeaving = `latest.last_day >= @today AND NOT EXISTS (SELECT 1 FROM posting AS next
  WHERE next.worker_id = latest.worker_id AND next.role = 'worker' AND next.first_day > latest.last_day)`;
const status = `CASE WHEN ${hasLeft} THEN 'left' WHEN ${isLeaving} THEN 'leaving' ELSE 'onDuty' END`;

const counts = `SELECT count(*) AS total, count(*) FILTER (WHERE ${hasLeft}) AS hasLeft, count(*) FILTER (WHERE ${isLeaving}) AS isLeaving
  FROM (${everyone}) AS latest`;

/** Completed years by the ID number, or by the month of birth. */
const age = `CAST(substr(@day, 1, 4) AS INTEGER) - CAST(ifnull(substr(worker.id_number, 7, 4), substr(worker.birth_month, 1, 4)) AS INTEGER)
  - (substr(@day, 6, 2) || substr(@day, 9, 2) < ifnull(substr(worker.id_number, 11, 4), substr(worker.birth_month, 6, 2) || '01'))`;
const masked = `substr(worker.id_number, 1, 6) || '********' || substr(worker.id_number, 15)`;

const rowsOfPage = `SELECT worker.id, worker.name, ${status} AS status, worker.photo_hash AS photoHash, worker.photo_to_crop AS photoToCrop,
  worker.sex, worker.birth_month AS birthMonth, worker.ethnicity, worker.mobile, worker.education, worker.politics,
  worker.hiring_source AS hiringSource, worker.employer, worker.former_family_planning AS formerFamilyPlanning,
  worker.started_work AS startedWork, worker.landline, worker.note, worker.property_company_id AS propertyCompanyId,
  (SELECT name FROM property_company WHERE id = worker.property_company_id) AS propertyCompanyName,
  ifnull((SELECT short FROM dictionary_entry WHERE dictionary = 'hiringSource' AND value = worker.hiring_source), worker.hiring_source)
    AS hiringSourceShort,
  grid.grid_id AS gridId, grid.name AS gridName, grid.code AS gridCode, grid.kind AS gridKind, NOT ifnull(${hasLeft}, 0) AS gridsHeld,
  place.id AS placeId, own.name AS placeName, place.level AS placeLevel, community.id AS communityId,
  ifnull(above.name, own.name) AS communityName, iif(place.level = 'compound', own.name, NULL) AS compoundName,
  branch.branch_id AS branchId, branch.name AS branchName, branch.short AS branchShort,
  latest.first_day AS firstDay, latest.first_day_precision AS firstDayPrecision, latest.last_day AS lastDay,
  ${masked} AS idNumberMasked, ${age} AS age
  FROM json_each(@ids) AS wanted CROSS JOIN posting AS latest ON latest.id = wanted.value ${people} ${ground} ORDER BY wanted.key`;

/** A roster's cells, in the export's order of columns, its numbering left to whoever writes them. */
const cellsOfRoster = `SELECT branch.name, ifnull(above.name, own.name), iif(place.level = 'compound', own.name, NULL), grid.code, grid.name,
  CASE ifnull(grid.kind, ifnull(own.kind, above.kind)) WHEN 'urban' THEN '城市' WHEN 'rural' THEN '农村' END,
  worker.name, CASE worker.sex WHEN 'male' THEN '男' WHEN 'female' THEN '女' END, worker.ethnicity, replace(worker.birth_month, '-', '.'),
  ${age}, ${masked}, worker.education, worker.politics, worker.mobile, posting.first_day, worker.hiring_source,
  CASE worker.former_family_planning WHEN 1 THEN '是' WHEN 0 THEN '否' END, worker.employer, company.name,
  CASE ${status} WHEN 'leaving' THEN '待离岗' ELSE '在岗' END, worker.note
  FROM (${everyone}) AS latest ${people} ${ground}
  JOIN posting ON posting.id = latest.id
  LEFT JOIN property_company AS company ON company.id = ifnull(worker.property_company_id, place.property_company_id)
  WHERE NOT ifnull(${hasLeft}, 0) ORDER BY ${officeOrder}`;

type Cell = string | number | null;
type Stored = Omit<WorkerRow, 'photoToCrop' | 'formerFamilyPlanning'> & {
  photoToCrop: 0 | 1;
  formerFamilyPlanning: 0 | 1 | null;
};

const shown = (row: Stored): WorkerRow => ({
  ...row,
  photoToCrop: row.photoToCrop === 1,
  removable: false,
  formerFamilyPlanning: row.formerFamilyPlanning === null ? null : row.formerFamilyPlanning === 1,
});

/** FROM and WHERE of the questions the benches ask: everyone, one word, a branch, two words of the roster, no mobile. */
function asked({ search, branchId, education, hiringSource, gap }: WorkerListInput): string {
  const conditions = [
    ...(education === undefined ? [] : ['worker.education = @education']),
    ...(hiringSource === undefined ? [] : ['worker.hiring_source = @hiringSource']),
    ...(gap === undefined ? [] : ['worker.mobile IS NULL']),
  ].join(' AND ');
  if (search !== undefined) return `FROM (${ofSearch}) AS latest ${people} ${ground}`;
  if (branchId !== undefined) return `FROM (${ofBranch}) AS latest ${people} ${ground} ${conditions && `WHERE ${conditions}`}`;
  return `FROM (${conditions ? ofWorkers(conditions) : everyone}) AS latest ${people} ${ground}`;
}

/** Answers the list of workers as the program does, each statement prepared once. `today` is what the program takes for today. */
export function listByHand(db: Connection, today: string): (input: WorkerListInput) => WorkerList {
  const statements = new Map<string, Statement>();
  const prepared = (sql: string): Statement => {
    const statement = statements.get(sql) ?? db.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return (input) => {
    const day = { day: input.asOf, today };
    // In one answer: a call of its own for each row costs thirty times as much.
    const page = (ids: readonly number[]): WorkerRow[] =>
      (prepared(rowsOfPage).all({ ...day, ids: JSON.stringify(ids) }) as Stored[]).map(shown);
    const order = input.sort.column === 'name' ? `worker.pinyin DESC, ${officeOrder}` : officeOrder;
    const { search, branchId, education, hiringSource, gap } = input;
    if ([search, branchId, education, hiringSource, gap].some((filter) => filter !== undefined)) {
      const all = prepared(`SELECT latest.id, ${status} ${asked(input)} ORDER BY ${order}`)
        .raw()
        .all({ ...day, ...input, like: `%${search}%` }) as [number, WorkerRow['status']][];
      const answer: WorkerList['counts'] = { onDuty: 0, leaving: 0, left: 0, unassigned: 0 };
      for (const [, standing] of all) answer[standing]++;
      const ids = all.slice(input.offset, input.offset + input.limit).map(([id]) => id);
      return { rows: page(ids), total: all.length, counts: answer };
    }
    const {
      total,
      hasLeft: left,
      isLeaving: leaving,
    } = prepared(counts).get(day) as Record<'total' | 'hasLeft' | 'isLeaving', number>;
    const ids = prepared(`SELECT latest.id ${asked(input)} ORDER BY ${order} LIMIT @limit OFFSET @offset`)
      .pluck()
      .all({ ...day, limit: input.limit, offset: input.offset }) as number[];
    return { rows: page(ids), total, counts: { onDuty: total - left - leaving, leaving, left, unassigned: 0 } };
  };
}

/** The serving workers of a day as cells, row by row. */
export const rosterByHand = (db: Connection, day: string, today: string): Iterable<Cell[]> =>
  db.prepare(cellsOfRoster).raw().iterate({ day, today }) as Iterable<Cell[]>;
