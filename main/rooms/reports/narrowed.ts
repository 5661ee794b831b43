// What a report is narrowed to, as its query is told it and as the addresses of the roster's lists carry it.
import type { ReportGap } from '../../../shared/reports.ts';

/** Ids as a parameter; null lets all pass. */
export const idList = (ids: readonly number[] | null): string | null => (ids === null ? null : JSON.stringify(ids));

/** A column that is among the ids of a parameter. */
export const among = (column: string, parameter: 'workerIds' | 'branchIds'): string =>
  `(@${parameter} IS NULL OR ${column} IN (SELECT value FROM json_each(@${parameter})))`;

/** An address takes one branch at most. */
export const narrowingOf = (branchIds: readonly number[] | null, kind: string | null = null): ReportGap['search'] => ({
  ...(branchIds?.length === 1 ? { branch: branchIds[0] ?? 0 } : {}),
  ...(kind ? { kind } : {}),
});
