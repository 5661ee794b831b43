// The list of grids of a day, with who serves there or since when nobody does, and one grid with its history.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { GridGap } from '../../../shared/roster/gaps.ts';
import type { GridDetail, GridList, GridListInput, GridPosting, GridRow, GridVersion } from '../../../shared/roster/grids.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay } from '../../kit/versions.ts';
import { gridsListHaystack } from './haystacks.ts';
import { turnTo } from './ofDay.ts';
import { absence, gridVersions, placeVersions } from './versions.ts';
import { gridColumns, gridFields } from '../../../shared/roster/gridFields.ts';
import { gapCase } from '../../kit/listing.ts';
import { rowList } from '../../kit/rowList.ts';
import { removable } from './removal.ts';
import { gridBindings, gridJoins, vacantSince } from './gridBindings.ts';

const gapConditions: Record<GridGap, string> = {
  noKind: 'day_grid.kind IS NULL',
  noCode: 'day_grid.code IS NULL',
  noBranch: 'day_grid.branch_id IS NULL',
};

const grids = rowList({
  fields: gridFields,
  bindings: gridBindings,
  keys: gridColumns,
  beside: `place.level AS placeLevel, worker.photo_hash AS workerPhotoHash, ${vacantSince} AS vacantSince,
    ${removable.grid('day_grid.id')} AS removable`,
  from: gridJoins,
  id: 'day_grid.id',
  rank: 'day_grid.rank',
  haystack: gridsListHaystack,
  where: {
    branchId: 'day_grid.branch_id = @branchId',
    kind: 'day_grid.kind = @kind',
    placeId: '@placeId IN (day_grid.place_id, day_grid.community_id)',
    vacant: '(day_grid.worker_id IS NULL) = @vacant',
    gap: gapCase(gapConditions),
  },
});

const shown = (row: object): GridRow => {
  const raw = row as Omit<GridRow, 'removable'> & { removable: 0 | 1 };
  return { ...raw, removable: raw.removable === 1 };
};

export function listGrids(office: Office, input: GridListInput): GridList {
  turnTo(office, input.asOf);
  const counts = grids.tally(
    office,
    { ...input, vacant: undefined },
    { held: 'count(day_grid.worker_id)', vacant: 'count(*) - count(day_grid.worker_id)' },
  );
  const total = input.vacant === undefined ? counts.held + counts.vacant : input.vacant ? counts.vacant : counts.held;
  return { rows: grids.rows(office, input).map(shown), total, counts };
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

/** @throws Refusal when the grid doesn't exist on the day. */
export function readGrid(office: Office, id: number, asOf: string): GridDetail {
  turnTo(office, asOf);
  const row = grids.one(office, id, { asOf });
  if (!row) throw new Refusal(absence(office, gridVersions, { noun: '网格', id, day: asOf }));
  const postings = office
    .prepare<{ id: number; asOf: string }, Omit<GridPosting, 'current' | 'additional'> & { current: 0 | 1; additional: 0 | 1 }>(
      history,
    )
    .all({ id, asOf });
  const versions = office.prepare<{ id: number; asOf: string }, GridVersion>(versionHistory).all({ id, asOf });
  return {
    ...shown(row),
    versions,
    gridFirstDay: versions.at(-1)?.firstDay ?? null,
    gridLastDay: versions[0]?.lastDay ?? null,
    postings: postings.map((posting) => ({
      ...posting,
      additional: posting.additional === 1,
      current: posting.current === 1,
    })),
  };
}
