// Finds people, places and grids of today by Chinese, pinyin initials, whole pinyin or any number. Whoever is called so comes
// first, then whoever begins so, then whoever merely contains it; within that the office's order.
import { halfWidth } from '../../../shared/rules/text.ts';
import { maskIdNumber } from '../../../shared/rules/masking.ts';
import type { GridHit, Hits, PlaceHit, SearchInput, SearchResult, WorkerHit } from '../../../shared/search.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from '../roster/ofDay.ts';
import { searchTerms, type SearchTerms, termsFoundIn } from '../../kit/searchTerms.ts';

type Question = SearchTerms & { text: string; limit: number; today: string };

/** 0 for the very text, 1 for a beginning of it, 2 for the rest. */
const nearness = (...columns: string[]): string =>
  `CASE WHEN @text IN (${columns.join(', ')}) THEN 0
    WHEN ${columns.map((column) => `substr(${column}, 1, length(@text)) = @text`).join(' OR ')} THEN 1 ELSE 2 END`;

const workers = `SELECT worker.id, worker.name, worker.photo_hash AS photoHash, day_worker.status, day_worker.grid_name AS gridName,
  day_place.name AS placeName, branch.short AS branchShort, worker.mobile, worker.id_number AS idNumber, count(*) OVER () AS total
  FROM day_worker JOIN worker ON worker.id = day_worker.id
  LEFT JOIN day_place ON day_place.id = day_worker.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_worker.branch_id
  WHERE ${termsFoundIn('day_worker.haystack')}
  ORDER BY ${nearness('worker.name', 'worker.initials', 'worker.pinyin', 'worker.mobile', 'worker.id_number')},
    day_worker.status = 'left', day_worker.rank LIMIT @limit`;

const places = `SELECT day_place.id, day_place.level, day_place.name,
  CASE day_place.level WHEN 'compound' THEN day_place.community_name END AS communityName, branch.short AS branchShort, day_place.code,
  CASE WHEN instr(day_place.haystack, @text) > 0 AND instr(concat_ws(char(10), day_place.name, day_place.initials, day_place.pinyin,
    day_place.code), @text) = 0 THEN (SELECT past.name FROM place_version AS past WHERE past.place_id = day_place.id
      AND past.last_day < @today AND instr(past.name || char(10) || past.initials, @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
    END AS formerName, count(*) OVER () AS total
  FROM day_place LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id
  WHERE ${termsFoundIn('day_place.haystack')}
  ORDER BY ${nearness('day_place.name', 'day_place.initials', 'day_place.pinyin', 'day_place.code')}, day_place.rank LIMIT @limit`;

const grids = `SELECT day_grid.id, day_grid.name, day_grid.code, day_place.name AS placeName, branch.short AS branchShort,
  worker.name AS workerName,
  CASE WHEN instr(lower(concat_ws(char(10), day_grid.name, day_grid.initials, day_grid.code)), @text) = 0 THEN
    (SELECT past.name FROM grid_version AS past WHERE past.grid_id = day_grid.id AND past.last_day < @today
      AND instr(lower(concat_ws(char(10), past.name, past.initials, past.code)), @text) > 0 ORDER BY past.last_day DESC LIMIT 1)
    END AS formerName, count(*) OVER () AS total
  FROM day_grid LEFT JOIN day_place ON day_place.id = day_grid.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id LEFT JOIN worker ON worker.id = day_grid.worker_id
  WHERE ${termsFoundIn('day_grid.haystack')}
  ORDER BY ${nearness('day_grid.name', 'day_grid.initials', 'day_grid.code')}, day_grid.rank LIMIT @limit`;

function ask<Hit>(office: Office, sql: string, question: Question): Hits<Hit> {
  const rows = office.prepare<Question, Hit & { total: number }>(sql).all(question);
  return { total: rows[0]?.total ?? 0, hits: rows.map(({ total: _total, ...hit }) => hit as unknown as Hit) };
}

/** Nothing is found for an empty text. */
export function searchEverything(office: Office, input: SearchInput): SearchResult {
  const text = halfWidth(input.text).trim().toLowerCase();
  if (text === '') return { workers: { total: 0, hits: [] }, places: { total: 0, hits: [] }, grids: { total: 0, hits: [] } };
  const today = office.clock.today();
  turnTo(office, today);
  const question = { ...searchTerms(text), text, limit: input.limit, today };
  const people = ask<Omit<WorkerHit, 'idNumberMasked'> & { idNumber: string | null }>(office, workers, question);
  return {
    workers: {
      total: people.total,
      hits: people.hits.map(({ idNumber, ...hit }) => ({ ...hit, idNumberMasked: idNumber && maskIdNumber(idNumber) })),
    },
    places: ask<PlaceHit>(office, places, question),
    grids: ask<GridHit>(office, grids, question),
  };
}
