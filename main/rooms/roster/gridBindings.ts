// Where a grid's fields are read, over the roster of the day (ofDay.ts), and written: name, code, kind and place hold from a day to a
// day, the rest is today's.
import type { gridFields } from '../../../shared/roster/gridFields.ts';
import type { Bindings } from '../../kit/bindings.ts';

export const gridJoins = `FROM day_grid JOIN grid ON grid.id = day_grid.id
  JOIN place ON place.id = day_grid.place_id
  LEFT JOIN day_place ON day_place.id = day_grid.place_id
  LEFT JOIN day_branch AS branch ON branch.id = day_grid.branch_id
  LEFT JOIN worker ON worker.id = day_grid.worker_id
  LEFT JOIN posting ON posting.id = day_grid.posting_id`;

/** The day after the last posting before @asOf, of a grid that nobody holds on @asOf. */
export const vacantSince = `CASE WHEN day_grid.worker_id IS NULL THEN
  (SELECT date(max(past.last_day), '+1 day') FROM posting AS past
   WHERE past.grid_id = day_grid.id AND past.role = 'worker' AND past.last_day < @asOf) END`;

export const gridBindings: Bindings<typeof gridFields> = {
  name: { read: 'day_grid.name', sort: 'day_grid.initials', writes: 'version' },
  code: { read: 'day_grid.code', writes: 'version' },
  kind: { read: 'day_grid.kind', writes: 'version' },
  place: {
    read: 'day_place.name',
    beside: { placeId: 'day_grid.place_id' },
    sort: 'day_place.pinyin',
    writes: 'version',
  },
  branch: {
    read: 'branch.name',
    beside: { branchId: 'branch.id', branchShort: 'branch.short' },
    sort: 'branch.sort_order',
  },
  community: {
    read: 'day_place.community_name',
    beside: { communityId: 'day_grid.community_id' },
    sort: '(SELECT pinyin FROM day_place AS community WHERE community.id = day_grid.community_id)',
  },
  compound: { read: `CASE place.level WHEN 'compound' THEN day_place.name END` },
  worker: { read: 'worker.name', beside: { workerId: 'worker.id' }, sort: 'worker.pinyin' },
  mobile: { read: 'worker.mobile' },
  firstDay: { read: 'posting.first_day', beside: { firstDayPrecision: 'posting.first_day_precision' } },
  households: { read: 'grid.household_count', writes: 'row' },
  population: { read: 'grid.population', writes: 'row' },
  vacant: { read: `CAST(julianday(@asOf) - julianday(${vacantSince}) AS INTEGER) + 1` },
  boundary: { read: 'grid.boundary', writes: 'row' },
  serviceArea: { read: 'grid.service_area', writes: 'row' },
  extraDuty: { read: 'grid.extra_duty', writes: 'row' },
  note: { read: 'grid.note', writes: 'row' },
};
