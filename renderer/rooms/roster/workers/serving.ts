// Which grids a worker holds on a day, and which 兼任 and other roles could end, by the postings that the rail has read anyway.
import type { WorkerDetail, WorkerPosting } from '../../../../shared/roster/worker.ts';

/** As 专职网格员; whoever has nothing but another role somewhere serves nowhere. */
export const servingOn = ({ postings }: Pick<WorkerDetail, 'postings'>, day: string): WorkerPosting[] =>
  postings.filter(
    ({ role, firstDay, lastDay }) =>
      role === 'worker' && (firstDay === null || firstDay <= day) && (lastDay === null || lastDay >= day),
  );

/** 兼任 and other roles that nobody has ended yet. */
export const endable = ({ postings }: Pick<WorkerDetail, 'postings'>): WorkerPosting[] =>
  postings.filter(
    ({ role, additional, lastDay, endsWithGrid }) => (lastDay === null || endsWithGrid) && (additional || role !== 'worker'),
  );

export const gridNames = (postings: readonly WorkerPosting[]): string => postings.map(({ gridName }) => gridName).join('、');
