// The list of communities and compounds of a day, and one place with its versions, grids and compounds.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { PlaceGap } from '../../../shared/roster/gaps.ts';
import type { PlaceDetail, PlaceList, PlaceListInput, PlaceRow, PlaceVersion } from '../../../shared/roster/places.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { asOfDay } from '../../kit/versions.ts';
import { placesListHaystack } from './haystacks.ts';
import { turnTo } from './ofDay.ts';
import { removable } from './removal.ts';
import { absence, branchVersions, placeVersions } from './versions.ts';
import { columnsRead, sortExpressions } from '../../kit/bindings.ts';
import { hasGap, orderBy } from '../../kit/listing.ts';
import { searchTerms, termsFoundIn } from '../../kit/searchTerms.ts';
import { communityColumns, communityFields, compoundColumns } from '../../../shared/roster/placeFields.ts';
import { hasVacancy, placeBindings, placeFields, placeJoins, placeTallies } from './placeBindings.ts';

const gapConditions: Record<PlaceGap, string> = {
  noBranch: `day_place.branch_id IS NULL`,
  noKind: `day_place.level = 'community' AND day_place.kind IS NULL`,
  noCode: `day_place.level = 'community' AND day_place.code IS NULL`,
  noGrid: 'own.grids IS NULL',
  noDevelopedBy: `day_place.level = 'compound' AND place.developed_by IS NULL`,
  noPropertyCompany: `day_place.level = 'compound' AND place.property_company_id IS NULL`,
};

/** What day_place itself answers. */
const quickFilters = `(@branchId IS NULL OR day_place.branch_id = @branchId)
  AND (@kind IS NULL OR day_place.kind = @kind)
  AND (@communityId IS NULL OR day_place.level = 'compound' AND day_place.community_id = @communityId)`;

const joinedFilters = `${quickFilters}
  AND (@developedBy IS NULL OR place.developed_by = @developedBy)
  AND (@vacant IS NULL OR ${hasVacancy} = @vacant)
  AND ${hasGap(gapConditions)}
  AND (@first IS NULL OR ${termsFoundIn(placesListHaystack)})`;

const sorts = sortExpressions(placeFields, placeBindings);

type Raw = Omit<PlaceRow, 'formerNames' | 'removable'> & { formerNames: string; removable: 0 | 1 };

const columns = `place.id, place.level, ifnull(own.grids, 0) AS ownGridCount,
  ${removable.place('place.id')} AS removable,
  ${columnsRead(placeFields, placeBindings, [...communityColumns, ...compoundColumns.filter((key) => !(key in communityFields))])}`;

const shown = ({ formerNames, removable: may, ...row }: Raw): PlaceRow => ({
  ...row,
  removable: may === 1,
  formerNames: [...new Set(JSON.parse(formerNames) as string[])],
});

const parameters = (input: PlaceListInput) => ({
  ...searchTerms(input.search),
  branchId: input.branchId ?? null,
  kind: input.kind ?? null,
  developedBy: input.developedBy ?? null,
  communityId: input.communityId ?? null,
  vacant: input.vacant === undefined ? null : Number(input.vacant),
  gap: input.gap ?? null,
});
type Parameters = ReturnType<typeof parameters>;

/** A question over the places under a filter; nothing is joined or tallied that neither filter nor sort asks about. */
function over(filter: Parameters, selected: string, joined = false): string {
  const { developedBy, vacant, gap, first } = filter;
  const asked = [developedBy, vacant, gap, first].some((value) => value !== null);
  if (!asked && !joined) return `SELECT ${selected} FROM day_place WHERE ${quickFilters}`;
  return `${placeTallies} SELECT ${selected} ${placeJoins} WHERE ${asked ? joinedFilters : quickFilters}`;
}

export function listPlaces(office: Office, input: PlaceListInput): PlaceList {
  turnTo(office, input.asOf);
  const filter = parameters(input);
  const counts: PlaceList['counts'] = { community: 0, compound: 0 };
  const counted = office
    .prepare<Parameters, { level: PlaceLevel; count: number }>(
      `${over(filter, 'day_place.level, count(*) AS count')} GROUP BY day_place.level`,
    )
    .all(filter);
  for (const { level, count } of counted) counts[level] = count;
  const ids = office
    .prepare<Parameters & { level: PlaceLevel | null; limit: number; offset: number }, number>(
      `${over(filter, 'day_place.id', input.sort.column !== 'order')} AND (@level IS NULL OR day_place.level = @level)
       ORDER BY ${orderBy(input.sort, sorts, 'day_place.rank')} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...filter, level: input.level ?? null, limit: input.limit, offset: input.offset });
  const total = input.level === undefined ? counts.community + counts.compound : counts[input.level];
  return { rows: readRows(office, ids, input.asOf), total, counts };
}

/** The rows of these places, in this order. */
function readRows(office: Office, ids: readonly number[], asOf: string): PlaceRow[] {
  const rows = office
    .prepare<{ ids: string; asOf: string }, Raw>(
      `${placeTallies} SELECT ${columns} ${placeJoins} WHERE day_place.id IN (SELECT value FROM json_each(@ids))`,
    )
    .all({ ids: JSON.stringify(ids), asOf });
  const byId = new Map(rows.map((row) => [row.id, shown(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** By the names of its last day; while it goes on, of the day asked for; where it is still to come, of its first one. */
const versionEnd = `max(min(ifnull(version.last_day, '${latestDay}'), @asOf), ifnull(version.first_day, '${earliestDay}'))`;

const versions = `SELECT version.id, version.name, version.code, version.kind,
  ${asOfDay(branchVersions, 'name', 'version.branch_id', versionEnd)} AS branchName,
  ${asOfDay(placeVersions, 'name', 'version.parent_id', versionEnd)} AS communityName,
  version.first_day AS firstDay, version.last_day AS lastDay
  FROM place_version AS version WHERE version.place_id = @id ORDER BY ifnull(version.last_day, '${latestDay}') DESC`;

/** @throws Refusal when the place doesn't exist on the day. */
export function readPlace(office: Office, id: number, asOf: string): PlaceDetail {
  turnTo(office, asOf);
  const [row] = readRows(office, [id], asOf);
  if (!row) throw new Refusal(absence(office, placeVersions, { noun: '社区或小区', id, day: asOf }));
  const grids = office
    .prepare<[number], PlaceDetail['grids'][number]>(
      `SELECT day_grid.id, day_grid.name, day_grid.code, worker.id AS workerId, worker.name AS workerName FROM day_grid
       LEFT JOIN worker ON worker.id = day_grid.worker_id
       WHERE day_grid.place_id = ? ORDER BY day_grid.rank`,
    )
    .all(id);
  const compounds = office
    .prepare<[number], PlaceDetail['compounds'][number]>(
      `SELECT id, name FROM day_place WHERE level = 'compound' AND community_id = ? ORDER BY rank`,
    )
    .all(id);
  return {
    ...row,
    versions: office.prepare<{ id: number; asOf: string }, PlaceVersion>(versions).all({ id, asOf }),
    grids,
    compounds,
  };
}
