// What is missing or doubtful in the data of those who serve on a day: how many, and the first names.
import type { Gaps } from '../../../shared/roster/figures.ts';
import { type WorkerGap, workerGaps } from '../../../shared/roster/gaps.ts';
import type { Office } from '../../ground/office/office.ts';
import { turnTo } from './ofDay.ts';
import { gapConditions } from './workersList.ts';

/** The home screen names `mostNamed` of them. */
const mostSent = 5;

const from = `FROM day_worker JOIN worker ON worker.id = day_worker.id LEFT JOIN posting ON posting.id = day_worker.posting_id
  WHERE day_worker.status IN ('onDuty', 'leaving')`;

const counts = `SELECT ${workerGaps.map((gap) => `ifnull(sum(${gapConditions[gap]}), 0) AS ${gap}`).join(', ')} ${from}`;

export function readGaps(office: Office, asOf: string): Gaps {
  turnTo(office, asOf);
  const counted = office.prepare<[], Record<WorkerGap, number>>(counts).get();
  if (!counted) throw new Error('a sum gives a row');
  const gaps = workerGaps
    .filter((gap) => counted[gap] > 0)
    .map((gap) => ({
      gap,
      count: counted[gap],
      names: office
        .prepare<[], string>(`SELECT worker.name ${from} AND ${gapConditions[gap]} ORDER BY day_worker.rank LIMIT ${mostSent}`)
        .pluck()
        .all(),
    }));
  return { asOf, total: gaps.reduce((sum, { count }) => sum + count, 0), gaps };
}
