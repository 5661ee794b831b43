// What may be removed of the roster: what nothing hangs on, now or ever. One condition each, for the rows of a list, which say so
// beforehand, and for the act, which refuses (the words of both stand in shared/roster/removal.ts).
import { type Kept, keptBecause } from '../../../shared/roster/removal.ts';
import { Refusal } from '../../../shared/refusal.ts';
import type { Office } from '../../ground/office/office.ts';

/** SQL over the id of a row: 1 where it may be removed. */
export const removable: Readonly<Record<Kept, (id: string) => string>> = {
  grid: (id) => `NOT EXISTS (SELECT 1 FROM posting AS ever WHERE ever.grid_id = ${id})`,
  worker: (id) => `(NOT EXISTS (SELECT 1 FROM posting AS ever WHERE ever.worker_id = ${id})
    AND NOT EXISTS (SELECT 1 FROM personnel_action AS act WHERE act.worker_id = ${id}))`,
  place: (id) => `(NOT EXISTS (SELECT 1 FROM grid_version AS ever WHERE ever.place_id = ${id})
    AND NOT EXISTS (SELECT 1 FROM place_version AS below WHERE below.parent_id = ${id}))`,
  branch: (id) => `NOT EXISTS (SELECT 1 FROM place_version AS ever WHERE ever.branch_id = ${id})`,
};

/** @throws Refusal where something hangs on it. @param name as the refusal calls it */
export function mustBeRemovable(office: Office, kind: Kept, id: number, name: string): void {
  const may = office
    .prepare<{ id: number }, 0 | 1>(`SELECT ${removable[kind]('@id')}`)
    .pluck()
    .get({ id });
  if (may !== 1) throw new Refusal(`${name}${keptBecause[kind]}`);
}
