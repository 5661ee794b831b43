// Where the fields of communities and compounds are read, over the roster of the day (ofDay.ts), and written: names, codes, kinds,
// branches and communities hold from a day to a day, the rest is today's. One query reads both levels.
import { communityFields, compoundFields } from '../../../shared/roster/placeFields.ts';
import type { Bindings } from '../../kit/bindings.ts';

export const placeFields = { ...compoundFields, ...communityFields };

/** Grids counted twice: those on the place itself, and those of a community with its compounds. */
export const placeTallies = `WITH own AS MATERIALIZED (
    SELECT place_id, count(*) AS grids, count(worker_id) AS workers FROM day_grid GROUP BY place_id),
  whole AS MATERIALIZED (
    SELECT community_id, count(*) AS grids, count(worker_id) AS workers FROM day_grid GROUP BY community_id),
  inside AS MATERIALIZED (
    SELECT community_id, count(*) AS compounds FROM day_place WHERE level = 'compound' GROUP BY community_id)`;

export const placeJoins = `FROM day_place JOIN place ON place.id = day_place.id
  LEFT JOIN day_branch AS branch ON branch.id = day_place.branch_id
  LEFT JOIN property_company ON property_company.id = place.property_company_id
  LEFT JOIN own ON own.place_id = day_place.id
  LEFT JOIN whole ON whole.community_id = day_place.id
  LEFT JOIN inside ON inside.community_id = day_place.id`;

const grids = `ifnull(CASE day_place.level WHEN 'community' THEN whole.grids ELSE own.grids END, 0)`;
const workers = `ifnull(CASE day_place.level WHEN 'community' THEN whole.workers ELSE own.workers END, 0)`;

/** True for a place with a vacant grid. */
export const hasVacancy = `(${grids} > ${workers})`;

const ofCompound = (expression: string): string => `CASE day_place.level WHEN 'compound' THEN ${expression} END`;

export const placeBindings: Bindings<typeof placeFields> = {
  name: { read: 'day_place.name', sort: 'day_place.pinyin', writes: 'version' },
  code: { read: 'day_place.code', writes: 'version' },
  kind: { read: 'day_place.kind', writes: 'version' },
  branch: {
    read: 'branch.name',
    beside: { branchId: 'branch.id', branchShort: 'branch.short' },
    sort: 'branch.sort_order',
    writes: 'version',
  },
  community: {
    read: ofCompound('day_place.community_name'),
    beside: { communityId: ofCompound('day_place.community_id') },
    sort: 'day_place.community_name',
    writes: 'version',
  },
  formerNames: {
    read: `(SELECT json_group_array(past.name ORDER BY past.last_day DESC) FROM place_version AS past
      WHERE past.place_id = day_place.id AND past.last_day < @asOf AND past.name <> day_place.name)`,
  },
  secretary: { read: 'place.secretary', writes: 'row' },
  phone: { read: 'place.phone', writes: 'row' },
  officeAddress: { read: 'place.office_address', writes: 'row' },
  developedBy: { read: 'place.developed_by', writes: 'row' },
  developer: { read: 'place.developer', writes: 'row' },
  address: { read: 'place.address', writes: 'row' },
  buildings: { read: 'place.building_count', writes: 'row' },
  households: { read: 'place.household_count', writes: 'row' },
  population: { read: 'place.population', writes: 'row' },
  propertyCompany: {
    read: 'property_company.name',
    beside: { propertyCompanyId: 'place.property_company_id' },
    writes: 'row',
  },
  compounds: { read: 'ifnull(inside.compounds, 0)' },
  grids: { read: grids },
  workers: { read: workers },
  vacant: { read: `${grids} - ${workers}` },
  note: { read: 'place.note', writes: 'row' },
};
