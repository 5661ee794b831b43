// The list of grids of a day, with who serves there or since when nobody does, and one grid with its history.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type {
  GridDetail,
  GridGap,
  GridList,
  GridListInput,
  GridPosting,
  GridRow,
  GridVersion,
} from '../../../shared/roster/grids.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay, versionsOf } from '../../kit/versions.ts';
import { turnTo } from './ofDay.ts';
import { gridVersions, placeVersions } from './versions.ts';
import { searchTerms, termsFoundIn } from '../../kit/searchTerms.ts';

const from = `FROM day_grid JOIN grid ON grid.id = day_grid.id
  JOIN place ON place.id = day_grid.place_id
  LEFT JOIN day_place ON day_place.id = day_grid.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id
  LEFT JOIN worker ON worker.id = day_grid.worker_id
  LEFT JOIN posting ON posting.id = day_grid.posting_id`;

/** The day after the last posting before @asOf, of a grid that nobody holds on @asOf. */
export const vacantSince = `CASE WHEN day_grid.worker_id IS NULL THEN
  (SELECT date(max(past.last_day), '+1 day') FROM posting AS past
   WHERE past.grid_id = day_grid.id AND past.role = 'worker' AND past.last_day < @asOf) END`;

const vacantDays = `CAST(julianday(@asOf) - julianday(${vacantSince}) AS INTEGER) + 1`;

const gapConditions: Record<GridGap, string> = {
  noKind: 'day_grid.kind IS NULL',
  noCode: 'day_grid.code IS NULL',
  noBranch: 'day_grid.branch_id IS NULL',
};

const haystack = `concat_ws(char(10), day_grid.haystack, lower(concat_ws(char(10), day_place.name, day_place.initials, day_place.pinyin,
  day_place.community_name, worker.name, worker.initials)))`;

const filters = `(@branchId IS NULL OR day_grid.branch_id = @branchId)
  AND (@kind IS NULL OR day_grid.kind = @kind)
  AND (@placeId IS NULL OR day_grid.place_id = @placeId OR day_grid.community_id = @placeId)
  AND (@gap IS NULL OR CASE @gap ${Object.entries(gapConditions)
    .map(([gap, condition]) => `WHEN '${gap}' THEN ${condition}`)
    .join(' ')} END)
  AND (@first IS NULL OR ${termsFoundIn(haystack)})`;

const sortExpressions: Record<Exclude<GridListInput['sort']['column'], 'order'>, string> = {
  name: 'day_grid.initials',
  code: 'day_grid.code',
  kind: `CASE day_grid.kind WHEN 'urban' THEN 1 WHEN 'rural' THEN 2 END`,
  branch: 'branch.sort_order',
  place: 'day_place.pinyin',
  worker: 'worker.pinyin',
  vacantDays,
  householdCount: 'grid.household_count',
  population: 'grid.population',
};

function orderBy({ column, direction }: GridListInput['sort']): string {
  const down = direction === 'descending' ? ' DESC' : '';
  if (column === 'order') return `day_grid.rank${down}`;
  const expression = sortExpressions[column];
  return `${expression} IS NULL, ${expression}${down}, day_grid.rank`;
}

const columns = `grid.id, day_grid.code, day_grid.name, day_grid.kind, day_grid.place_id AS placeId, day_place.name AS placeName,
  place.level AS placeLevel, day_grid.community_id AS communityId, day_place.community_name AS communityName,
  CASE place.level WHEN 'compound' THEN day_place.name END AS compoundName,
  branch.id AS branchId, branch.name AS branchName, branch.short AS branchShort,
  worker.id AS workerId, worker.name AS workerName, worker.photo_hash AS workerPhotoHash, worker.mobile AS workerMobile,
  posting.first_day AS firstDay, posting.first_day_precision AS firstDayPrecision,
  ${vacantSince} AS vacantSince, ${vacantDays} AS vacantDays,
  grid.boundary, grid.service_area AS serviceArea, grid.extra_duty AS extraDuty,
  grid.household_count AS householdCount, grid.population, grid.note`;

export function listGrids(office: Office, input: GridListInput): GridList {
  turnTo(office, input.asOf);
  const filter = {
    ...searchTerms(input.search),
    asOf: input.asOf,
    branchId: input.branchId ?? null,
    kind: input.kind ?? null,
    placeId: input.placeId ?? null,
    gap: input.gap ?? null,
  };
  const counted = office
    .prepare<typeof filter, { held: number; vacant: number }>(
      `SELECT count(day_grid.worker_id) AS held, count(*) - count(day_grid.worker_id) AS vacant ${from} WHERE ${filters}`,
    )
    .get(filter);
  const counts = counted ?? { held: 0, vacant: 0 };
  const vacant = input.vacant === undefined ? null : Number(input.vacant);
  const rows = office
    .prepare<typeof filter & { vacant: number | null; limit: number; offset: number }, GridRow>(
      `SELECT ${columns} ${from} WHERE ${filters} AND (@vacant IS NULL OR (day_grid.worker_id IS NULL) = @vacant)
       ORDER BY ${orderBy(input.sort)} LIMIT @limit OFFSET @offset`,
    )
    .all({ ...filter, vacant, limit: input.limit, offset: input.offset });
  const total = input.vacant === undefined ? counts.held + counts.vacant : input.vacant ? counts.vacant : counts.held;
  return { rows, total, counts };
}

const history = `SELECT posting.id, worker.id AS workerId, worker.name AS workerName, posting.role, posting.additional,
  posting.first_day AS firstDay,
  posting.first_day_precision AS firstDayPrecision, posting.last_day AS lastDay,
  ifnull(posting.first_day, '${earliestDay}') <= @asOf AND ifnull(posting.last_day, '${latestDay}') >= @asOf AS current
  FROM posting JOIN worker ON worker.id = posting.worker_id
  WHERE posting.grid_id = @id
  ORDER BY ifnull(posting.last_day, '${latestDay}') DESC, ifnull(posting.first_day, '${earliestDay}') DESC`;

const versionHistory = `SELECT version.id, version.name, version.code, version.kind,
  ${asOfDay(
    placeVersions,
    'name',
    'version.place_id',
    `max(min(ifnull(version.last_day, '${latestDay}'), @asOf), ifnull(version.first_day, '${earliestDay}'))`,
  )} AS placeName,
  version.first_day AS firstDay, version.last_day AS lastDay
  FROM grid_version AS version WHERE version.grid_id = @id ORDER BY ifnull(version.last_day, '${latestDay}') DESC`;

/** Why a grid isn't there on a day. */
function absence(office: Office, id: number, asOf: string): string {
  const versions = versionsOf(office, gridVersions, id);
  const [first] = versions;
  const last = versions.at(-1);
  if (typeof last?.last_day === 'string' && last.last_day < asOf)
    return `“${String(last.name)}”用到 ${last.last_day} 为止，${asOf} 已不再使用。`;
  if (typeof first?.first_day === 'string' && first.first_day > asOf)
    return `“${String(first.name)}”自 ${first.first_day} 才启用，${asOf} 还没有它。`;
  return `${asOf} 没有这个网格，可能已停用、删除或撤销。请刷新列表。`;
}

/** @throws Refusal when the grid doesn't exist on the day. */
export function readGrid(office: Office, id: number, asOf: string): GridDetail {
  turnTo(office, asOf);
  const row = office
    .prepare<{ id: number; asOf: string }, GridRow>(`SELECT ${columns} ${from} WHERE day_grid.id = @id`)
    .get({ id, asOf });
  if (!row) throw new Refusal(absence(office, id, asOf));
  const postings = office
    .prepare<{ id: number; asOf: string }, Omit<GridPosting, 'current' | 'additional'> & { current: 0 | 1; additional: 0 | 1 }>(
      history,
    )
    .all({ id, asOf });
  const versions = office.prepare<{ id: number; asOf: string }, GridVersion>(versionHistory).all({ id, asOf });
  return {
    ...row,
    versions,
    gridFirstDay: versions.at(-1)?.firstDay ?? null,
    gridLastDay: versions[0]?.lastDay ?? null,
    postings: postings.map((posting) => ({
      ...posting,
      additional: posting.additional === 1,
      current: posting.current === 1,
    })),
    removable: postings.length === 0,
  };
}
