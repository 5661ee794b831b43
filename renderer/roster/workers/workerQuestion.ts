// From the filters in the address to the question put to the roster, and back from a header's click.
import { type WorkerFilter, workerGapSchema, type WorkerListInput, workerSortSchema } from '../../../shared/roster/workers.ts';
import { workerStatusSchema } from '../../../shared/roster/words.ts';
import type { Sorting } from '../../ui/ListTableHeader.tsx';
import type { WorkersSearch } from '../links.ts';

export type WorkerQuestion = Omit<WorkerListInput, 'offset' | 'limit'>;

/** Undefined stands for everyone, as the server understands it. */
const statusAsked = (status: string | undefined): WorkerFilter['status'] => {
  if (status === undefined) return 'serving';
  const parsed = workerStatusSchema.safeParse(status);
  return parsed.success ? parsed.data : undefined;
};

export const sortingOf = (search: { sort?: string | undefined; descending?: 1 | undefined }): Sorting | null =>
  search.sort === undefined ? null : { by: search.sort, descending: search.descending === 1 };

/** Leaves out what isn't asked, so that equal questions are equal. */
const given = <Question extends object>(question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Question;

export function workerQuestion(search: WorkersSearch, today: string): WorkerQuestion {
  const column = workerSortSchema.safeParse(search.sort);
  const gap = workerGapSchema.safeParse(search.gap);
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
    gap: gap.success ? gap.data : undefined,
    search: search.search,
    sort: {
      column: column.success ? column.data : 'order',
      direction: search.descending === 1 ? 'descending' : 'ascending',
    },
  });
}
