// From the filters in the address of 网格员 to the question put to the roster.
import type { WorkerFilter, WorkerListInput } from '../../../../shared/roster/workers.ts';
import type { WorkersSearch } from '../links.ts';
import { given, sortOf } from '../../../ui/list/question.ts';

export type WorkerQuestion = Omit<WorkerListInput, 'offset' | 'limit'>;

/** Undefined stands for everyone, as the server understands it. */
const statusAsked = (status: WorkersSearch['status']): WorkerFilter['status'] =>
  status === undefined ? 'serving' : status === 'every' ? undefined : status;

export function workerQuestion(search: WorkersSearch, today: string): WorkerQuestion {
  return given<WorkerQuestion>({
    asOf: search.asOf ?? today,
    branchId: search.branch,
    kind: search.kind,
    hiringSource: search.source,
    employer: search.employer,
    education: search.education,
    politics: search.politics,
    status: statusAsked(search.status),
    placeId: search.place,
    gridId: search.grid,
    gap: search.gap,
    search: search.search,
    sort: sortOf(search),
  });
}
