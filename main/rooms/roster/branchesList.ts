// Branches and property companies with what hangs on them on a day.
import type { BranchRow, PropertyCompanyRow } from '../../../shared/roster/places.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from './ofDay.ts';
import { removable } from './removal.ts';

export function listBranches(office: Office, asOf: string): BranchRow[] {
  turnTo(office, asOf);
  return office
    .prepare<{ asOf: string }, Omit<BranchRow, 'formerNames' | 'removable'> & { formerNames: string; removable: 0 | 1 }>(
      `WITH places AS MATERIALIZED (
         SELECT branch_id, sum(level = 'community') AS communities, sum(level = 'compound') AS compounds FROM day_place GROUP BY branch_id),
       grids AS MATERIALIZED (
         SELECT branch_id, count(*) AS grids, count(worker_id) AS workers FROM day_grid GROUP BY branch_id)
       SELECT branch.id, day_branch.name, day_branch.short, branch.hotline, branch.note,
         (SELECT json_group_array(past.name ORDER BY past.last_day DESC) FROM branch_version AS past WHERE past.branch_id = branch.id
           AND past.last_day < @asOf AND past.name <> day_branch.name) AS formerNames,
         ifnull(places.communities, 0) AS communityCount, ifnull(places.compounds, 0) AS compoundCount,
         ifnull(grids.grids, 0) AS gridCount, ifnull(grids.workers, 0) AS workerCount,
         ifnull(grids.grids - grids.workers, 0) AS vacantCount, ${removable.branch('branch.id')} AS removable
       FROM day_branch JOIN branch ON branch.id = day_branch.id LEFT JOIN places ON places.branch_id = branch.id LEFT JOIN grids ON grids.branch_id = branch.id
       ORDER BY day_branch.sort_order, branch.id`,
    )
    .all({ asOf })
    .map(({ formerNames, removable: may, ...row }) => ({
      ...row,
      removable: may === 1,
      formerNames: [...new Set(JSON.parse(formerNames) as string[])],
    }));
}

/** With the compounds they manage and whoever serves for them today. */
export function listPropertyCompanies(office: Office): PropertyCompanyRow[] {
  turnTo(office, office.clock.today());
  return office
    .prepare<[], PropertyCompanyRow>(
      `SELECT id, name, contact, phone, note,
         (SELECT count(*) FROM day_place JOIN place ON place.id = day_place.id WHERE place.property_company_id = property_company.id)
           AS compoundCount,
         (SELECT count(*) FROM day_worker JOIN worker ON worker.id = day_worker.id
           WHERE worker.property_company_id = property_company.id AND day_worker.status IN ('onDuty', 'leaving')) AS workerCount
       FROM property_company ORDER BY name`,
    )
    .all();
}
