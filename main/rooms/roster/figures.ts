// The figures that must close on a day, held against the office's quota, and the rows behind whatever doesn't close.
import type { Figure, FigureName, Figures, Some, VacantGrid } from '../../../shared/roster/figures.ts';
import type { Office } from '../../ground/office/office.ts';
import { readSetting } from '../settings/settings.ts';
import { vacantSince } from './gridBindings.ts';
import { turnTo } from './ofDay.ts';

/** How many rows of a shortfall are sent; the rest is counted. The home screen names `mostNamed` of them. */
const mostSent = 20;

type Counts = Record<FigureName | 'heldGrids', number>;

const counts = `SELECT
  (SELECT count(*) FROM day_place WHERE level = 'community') AS communities,
  (SELECT count(*) FROM day_place WHERE level = 'compound') AS compounds,
  (SELECT count(*) FROM day_grid) AS grids,
  (SELECT count(*) FROM day_grid WHERE kind = 'urban') AS urbanGrids,
  (SELECT count(*) FROM day_grid WHERE kind = 'rural') AS ruralGrids,
  (SELECT count(*) FROM day_worker WHERE status IN ('onDuty', 'leaving')) AS workers,
  (SELECT count(worker_id) FROM day_grid) AS heldGrids`;

/** The rows of a question in the office's order: the first ones, and how many there are. */
function some<Row extends { id: number }>(office: Office, columns: string, from: string, order: string, asOf: string): Some<Row> {
  const rows = office
    .prepare<{ asOf: string }, Row & { count: number }>(
      `SELECT ${columns}, count(*) OVER () AS count ${from} ORDER BY ${order} LIMIT ${mostSent}`,
    )
    .all({ asOf });
  return { count: rows[0]?.count ?? 0, first: rows.map(({ count: _count, ...row }) => row as unknown as Row) };
}

export function readFigures(office: Office, asOf: string): Figures {
  turnTo(office, asOf);
  const quota = readSetting(office, 'quota');
  const actual = office.prepare<[], Counts>(counts).get();
  if (!actual) throw new Error('a count gives a row');
  const { urbanGrids, ruralGrids, workersCountedBy } = quota;
  if (workersCountedBy === 'grid') actual.workers = actual.heldGrids;
  const grids = urbanGrids === null || ruralGrids === null ? null : urbanGrids + ruralGrids;
  const figure = (name: FigureName): Figure => {
    const stated = name === 'grids' ? grids : quota[name];
    return { actual: actual[name], quota: stated, difference: stated === null ? null : actual[name] - stated };
  };
  const ask = <Row extends { id: number }>(columns: string, from: string, order: string) =>
    some<Row>(office, columns, from, order, asOf);
  return {
    asOf,
    figures: {
      communities: figure('communities'),
      compounds: figure('compounds'),
      grids: figure('grids'),
      urbanGrids: figure('urbanGrids'),
      ruralGrids: figure('ruralGrids'),
      workers: figure('workers'),
    },
    equations: {
      placesAreGrids: actual.communities + actual.compounds === actual.grids,
      kindsAreGrids: actual.urbanGrids + actual.ruralGrids === actual.grids,
      gridsAreWorkers: actual.grids === actual.workers,
    },
    vacantGrids: ask<VacantGrid>(
      `day_grid.id, day_grid.name, day_place.name AS placeName, branch.name AS branchName, ${vacantSince} AS vacantSince,
       CAST(julianday(@asOf) - julianday(${vacantSince}) AS INTEGER) + 1 AS vacantDays`,
      `FROM day_grid LEFT JOIN day_place ON day_place.id = day_grid.place_id
       LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id WHERE day_grid.worker_id IS NULL`,
      'day_grid.rank',
    ),
    gridsWithoutKind: ask('id, name', 'FROM day_grid WHERE kind IS NULL', 'rank'),
    communitiesWithoutBranch: ask('id, name', `FROM day_place WHERE level = 'community' AND branch_id IS NULL`, 'rank'),
    placesWithoutGrid: ask('id, name, level', 'FROM day_place WHERE id NOT IN (SELECT place_id FROM day_grid)', 'rank'),
    placesWithSeveralGrids: ask(
      'day_place.id, day_place.name, day_place.level, several.gridCount',
      `FROM (SELECT place_id, count(*) AS gridCount FROM day_grid GROUP BY place_id HAVING count(*) > 1) AS several
       JOIN day_place ON day_place.id = several.place_id`,
      'day_place.rank',
    ),
    workersWithoutGrid: ask(
      'worker.id, worker.name',
      `FROM day_worker JOIN worker ON worker.id = day_worker.id WHERE day_worker.status = 'unassigned'`,
      'day_worker.rank',
    ),
    quota,
  };
}
