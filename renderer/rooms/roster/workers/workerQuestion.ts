// From the filters in the address of 网格员 to the question put to the roster.
import { type WorkerFilter, workerGapSchema, type WorkerListInput } from '../../../../shared/roster/workers.ts';
import { workerStatusSchema } from '../../../../shared/roster/words.ts';
import type { WorkersSearch } from '../links.ts';
import { given, sortOf } from '../../../ui/list/question.ts';

export type WorkerQuestion = Omit<WorkerListInput, 'offset' | 'limit'>;

/** Undefined stands for everyone, as the server understands it. */
const statusAsked = (status: string | undefined): WorkerFilter['status'] => {
  if (status === undefined) return 'serving';
  const parsed = workerStatusSchema.safeParse(status);
  return parsed.success ? parsed.data : undefined;
};

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
    gap: workerGapSchema.safeParse(search.gap).data,
    search: search.search,
    sort: sortOf(search),
  });
}
