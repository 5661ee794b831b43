// Finds people, places and grids of today by Chinese, pinyin initials, whole pinyin or any number, or those of some ids. Whoever is
// called so comes first, then whoever begins so, then whoever merely contains it; within that the office's order.
import { halfWidth } from '../../../shared/rules/text.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import type { RowKind } from '../../../shared/screens.ts';
import type { GridHit, Hits, OpenedRow, PlaceHit, SearchInput, SearchResult, WorkerHit } from '../../../shared/search.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';
import { searchTerms, type SearchTerms, termsFoundIn } from '../../kit/searchTerms.ts';

type Question = { text: string; limit: number; today: string };

/** 0 for the very text, 1 for a beginning of it, 2 for the rest. */
const nearness = (...columns: string[]): string =>
  `CASE WHEN @text IN (${columns.join(', ')}) THEN 0
    WHEN ${columns.map((column) => `substr(${column}, 1, length(@text)) = @text`).join(' OR ')} THEN 1 ELSE 2 END`;

/** Which rows, in which order. */
type Choice = { where: string; order: string };

const workers = ({
  where,
  order,
}: Choice): string => `SELECT worker.id, worker.name, worker.photo_hash AS photoHash, day_worker.status,
  day_worker.grid_name AS gridName, day_place.name AS placeName, branch.short AS branchShort, worker.mobile, worker.id_number AS idNumber,
  count(*) OVER () AS total
  FROM day_worker JOIN worker ON worker.id = day_worker.id
  LEFT JOIN day_place ON day_place.id = day_worker.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_worker.branch_id
  WHERE ${where} ORDER BY ${order} LIMIT @limit`;

const places = ({ where, order }: Choice): string => `SELECT day_place.id, day_place.level, day_place.name,
  CASE day_place.level WHEN 'compound' THEN day_place.community_name END AS communityName, branch.short AS branchShort, day_place.code,
  CASE WHEN instr(day_place.haystack, @text) > 0 AND instr(concat_ws(char(10), day_place.name, day_place.initials, day_place.pinyin,
    day_place.code), @text) = 0 THEN (SELECT past.name FROM place_version AS past WHERE past.place_id = day_place.id
      AND past.last_day < @today AND instr(past.name || char(10) || past.initials, @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
    END AS formerName, count(*) OVER () AS total
  FROM day_place LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id
  WHERE ${where} ORDER BY ${order} LIMIT @limit`;

const grids = ({
  where,
  order,
}: Choice): string => `SELECT day_grid.id, day_grid.name, day_grid.code, day_place.name AS placeName,
  branch.short AS branchShort, worker.name AS workerName,
  CASE WHEN instr(lower(concat_ws(char(10), day_grid.name, day_grid.initials, day_grid.code)), @text) = 0 THEN
    (SELECT past.name FROM grid_version AS past WHERE past.grid_id = day_grid.id AND past.last_day < @today
      AND instr(lower(concat_ws(char(10), past.name, past.initials, past.code)), @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
    END AS formerName, count(*) OVER () AS total
  FROM day_grid LEFT JOIN day_place ON day_place.id = day_grid.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id LEFT JOIN worker ON worker.id = day_grid.worker_id
  WHERE ${where} ORDER BY ${order} LIMIT @limit`;

const found = {
  workers: workers({
    where: termsFoundIn('day_worker.haystack'),
    order: `${nearness('worker.name', 'worker.initials', 'worker.pinyin', 'worker.mobile', 'worker.id_number')},
      day_worker.status = 'left', day_worker.rank`,
  }),
  places: places({
    where: termsFoundIn('day_place.haystack'),
    order: `${nearness('day_place.name', 'day_place.initials', 'day_place.pinyin', 'day_place.code')}, day_place.rank`,
  }),
  grids: grids({
    where: termsFoundIn('day_grid.haystack'),
    order: `${nearness('day_grid.name', 'day_grid.initials', 'day_grid.code')}, day_grid.rank`,
  }),
};

const ofIds = (table: string): Choice => ({
  where: `${table}.id IN (SELECT value FROM json_each(@ids))`,
  order: `${table}.rank`,
});
const named = { workers: workers(ofIds('day_worker')), places: places(ofIds('day_place')), grids: grids(ofIds('day_grid')) };

function ask<Hit>(office: Office, sql: string, question: Question): Hits<Hit> {
  const rows = office.prepare<Question, Hit & { total: number }>(sql).all(question);
  return { total: rows[0]?.total ?? 0, hits: rows.map(({ total: _total, ...hit }) => hit as unknown as Hit) };
}

function askWorkers(office: Office, sql: string, question: Question): Hits<WorkerHit> {
  const { total, hits } = ask<Omit<WorkerHit, 'idNumberMasked'> & { idNumber: string | null }>(office, sql, question);
  return { total, hits: hits.map(({ idNumber, ...hit }) => ({ ...hit, idNumberMasked: idNumber && maskIdNumber(idNumber) })) };
}

/** Nothing is found for an empty text. */
export function searchEverything(office: Office, input: SearchInput): SearchResult {
  const text = halfWidth(input.text).trim().toLowerCase();
  if (text === '') return { workers: { total: 0, hits: [] }, places: { total: 0, hits: [] }, grids: { total: 0, hits: [] } };
  const today = office.clock.today();
  turnTo(office, today);
  const question: Question & SearchTerms = { ...searchTerms(text), text, limit: input.limit, today };
  return {
    workers: askWorkers(office, found.workers, question),
    places: ask<PlaceHit>(office, found.places, question),
    grids: ask<GridHit>(office, found.grids, question),
  };
}

/** Rows that were opened before, as they are called today; what isn't there any more is left out. */
export function searchOpened(office: Office, rows: readonly OpenedRow[]): SearchResult {
  const today = office.clock.today();
  turnTo(office, today);
  const of = (kind: RowKind): Question & { ids: string } => ({
    ids: JSON.stringify(rows.filter((row) => row.kind === kind).map(({ id }) => id)),
    text: '',
    limit: rows.length,
    today,
  });
  return {
    workers: askWorkers(office, named.workers, of('worker')),
    places: ask<PlaceHit>(office, named.places, of('place')),
    grids: ask<GridHit>(office, named.grids, of('grid')),
  };
}
