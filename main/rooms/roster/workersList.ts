// The list of workers of a day: filtered, counted, sorted and paged by SQL over the roster of that day. The filters are always
// the same text with parameters, so that there are only as many statements as there are ways to sort.
import { ageOn } from '../../../shared/rules/age.ts';
import { birthMonthOf } from '../../../shared/rules/idNumber.ts';
import { workerColumns, workerFields } from '../../../shared/roster/workerFields.ts';
import type { WorkerGap } from '../../../shared/roster/gaps.ts';
import type { WorkerFilter, WorkerList, WorkerListInput, WorkerRow } from '../../../shared/roster/workers.ts';
import type { WorkerStatus } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';
import { holdsGrid, turnTo } from './ofDay.ts';
import { columnsRead, shownRow, sortExpressions } from '../../kit/bindings.ts';
import { hasGap, orderBy } from '../../kit/listing.ts';
import { searchTerms, termsFoundIn } from '../../kit/searchTerms.ts';
import { standingJoins, workerBindings, workerJoins } from './workerBindings.ts';
import { removable } from './removal.ts';

/** Whether the check character is the one GB 11643 gives for the first 17 digits. */
const checkFails = `substr('10X98765432', 1 + (${Array.from(
  { length: 17 },
  (_, index) => `${2 ** (17 - index) % 11} * substr(worker.id_number, ${index + 1}, 1)`,
).join(' + ')}) % 11, 1) <> substr(worker.id_number, 18)`;

/** What each gap means in a row of `worker` and `posting`. */
export const gapConditions: Record<WorkerGap, string> = {
  noMobile: 'worker.mobile IS NULL',
  noPhoto: 'worker.photo_hash IS NULL',
  photoToCrop: 'worker.photo_hash IS NOT NULL AND worker.photo_to_crop = 1',
  noIdNumber: 'worker.id_number IS NULL',
  idUnconfirmed: `worker.id_number_confirmed = 0 AND worker.id_number IS NOT NULL AND ${checkFails}`,
  noEducation: 'worker.education IS NULL',
  noFirstDay: 'posting.id IS NOT NULL AND posting.first_day IS NULL',
};

/** What day_worker itself answers. */
const quickFilters = `${termsFoundIn('day_worker.haystack', 'day_worker.id_number')}
  AND (@branchId IS NULL OR ${holdsGrid('day_worker.branch_id = @branchId', 'day_grid.branch_id = @branchId')})
  AND (@placeId IS NULL OR ${holdsGrid('@placeId IN (day_worker.place_id, day_worker.community_id)', '@placeId IN (day_grid.place_id, day_grid.community_id)')})
  AND (@gridId IS NULL OR ${holdsGrid('day_worker.grid_id = @gridId', 'day_grid.id = @gridId')})`;

const joinedFilters = `${quickFilters}
  AND (@kind IS NULL OR ${holdsGrid('day_worker.grid_kind = @kind', 'day_grid.kind = @kind')})
  AND (@hiringSource IS NULL OR worker.hiring_source = @hiringSource)
  AND (@employer IS NULL OR worker.employer = @employer)
  AND (@education IS NULL OR worker.education = @education)
  AND (@politics IS NULL OR worker.politics = @politics)
  AND ${hasGap(gapConditions)}`;

const statusFilter = `(@status IS NULL OR day_worker.status = @status OR @status = 'serving' AND day_worker.status IN ('onDuty', 'leaving'))`;

const sorts = sortExpressions(workerFields, workerBindings);

type Raw = Omit<WorkerRow, 'idNumberMasked' | 'age' | 'photoToCrop' | 'removable'> & {
  idNumber: string | null;
  photoToCrop: 0 | 1;
  removable: 0 | 1;
};

const columns = `worker.id, worker.photo_to_crop AS photoToCrop,
  ${removable.worker('worker.id')} AS removable, day_worker.grid_id AS gridId, day_worker.grids_held AS gridsHeld,
  day_place.id AS placeId, day_place.name AS placeName, day_place.level AS placeLevel, posting.last_day AS lastDay,
  ${columnsRead(workerFields, workerBindings, [...workerColumns, 'photo'])}`;

/** Completed years on a day, by the ID number's birth month where there is one: turning on the day itself would tell the birth day. */
export function ageOf(idNumber: string | null, birthMonth: string | null, day: string): number | null {
  const birth = (idNumber && birthMonthOf(idNumber)) ?? birthMonth;
  return birth ? ageOn(birth, day) : null;
}

const shown = (raw: Raw, day: string): WorkerRow => ({
  ...(shownRow(workerFields, raw) as Omit<WorkerRow, 'age'>),
  photoToCrop: raw.photoToCrop === 1,
  removable: raw.removable === 1,
  age: ageOf(raw.idNumber, raw.birthMonth, day),
});

const parameters = (filter: WorkerFilter) => ({
  ...searchTerms(filter.search),
  branchId: filter.branchId ?? null,
  placeId: filter.placeId ?? null,
  gridId: filter.gridId ?? null,
  kind: filter.kind ?? null,
  hiringSource: filter.hiringSource ?? null,
  employer: filter.employer ?? null,
  education: filter.education ?? null,
  politics: filter.politics ?? null,
  gap: filter.gap ?? null,
  status: filter.status ?? null,
});
type Parameters = ReturnType<typeof parameters>;

/** FROM and WHERE of a filter: nothing is joined that neither filter nor sort asks about. */
function under(filter: Parameters, joined = false): string {
  const { kind, hiringSource, employer, education, politics, gap } = filter;
  const asked = [kind, hiringSource, employer, education, politics, gap].some((value) => value !== null);
  if (!asked && !joined) return `FROM day_worker WHERE ${quickFilters}`;
  return `FROM day_worker ${workerJoins} WHERE ${asked ? joinedFilters : quickFilters}`;
}

/** One worker's row of the list, with the posting that counts on the day. */
export function workerRow(office: Office, id: number, day: string): (WorkerRow & { postingId: number | null }) | undefined {
  turnTo(office, day);
  const raw = office
    .prepare<[number], Raw & { postingId: number | null }>(
      `SELECT ${columns}, posting.id AS postingId FROM day_worker ${workerJoins} ${standingJoins} WHERE day_worker.id = ?`,
    )
    .get(id);
  return raw && { ...shown(raw, day), postingId: raw.postingId };
}

export function listWorkers(office: Office, input: WorkerListInput): WorkerList {
  turnTo(office, input.asOf);
  const filter = parameters(input);
  const counts: WorkerList['counts'] = { onDuty: 0, leaving: 0, left: 0, unassigned: 0 };
  const counted = office
    .prepare<Parameters, { status: WorkerStatus; count: number }>(
      `SELECT day_worker.status, count(*) AS count ${under(filter)} GROUP BY day_worker.status`,
    )
    .all(filter);
  for (const { status, count } of counted) counts[status] = count;
  const { status } = input;
  const everyone = counts.onDuty + counts.leaving + counts.left + counts.unassigned;
  const total = status === undefined ? everyone : status === 'serving' ? counts.onDuty + counts.leaving : counts[status];
  const ids = office
    .prepare<Parameters & { limit: number; offset: number }, number>(
      `SELECT day_worker.id ${under(filter, input.sort.column !== 'order')} AND ${statusFilter}
       ORDER BY ${orderBy(input.sort, sorts, 'day_worker.rank')} LIMIT @limit OFFSET @offset`,
    )
    .pluck()
    .all({ ...filter, limit: input.limit, offset: input.offset });
  // The page's rows at once and in its order: a question for each took ten times as long.
  const rows = office
    .prepare<[string], Raw>(
      `SELECT ${columns} FROM json_each(?) AS asked JOIN day_worker ON day_worker.id = asked.value ${workerJoins} ${standingJoins}
       ORDER BY asked.key`,
    )
    .all(JSON.stringify(ids));
  return { rows: rows.map((raw) => shown(raw, input.asOf)), total, counts };
}

/** The ids of everyone under the filters, in the office's order: for acts and exports of a whole list. */
export function listWorkerIds(office: Office, input: WorkerFilter): number[] {
  turnTo(office, input.asOf);
  const filter = parameters(input);
  return office
    .prepare<Parameters, number>(`SELECT day_worker.id ${under(filter)} AND ${statusFilter} ORDER BY day_worker.rank`)
    .pluck()
    .all(filter);
}
