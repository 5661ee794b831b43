// What a report is narrowed to, as its query is told it and as the addresses of the roster's lists carry it.
import type { ReportGap } from '../../../shared/reports.ts';
import { kindWords } from '../../../shared/roster/words.ts';
import type { Office } from '../../ground/office/office.ts';

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

/** Beyond so many they are counted. */
const mostNamed = 3;

/** The same in words, on the day that the office is turned to: 社区总支 第一社区总支、类别 农村. Nothing where it is of everything. */
export function narrowingWords(
  office: Office,
  branchIds: readonly number[] | null,
  kind: keyof typeof kindWords | null = null,
): string[] {
  const names = branchIds
    ? office
        .prepare<[string], string>(
          'SELECT name FROM day_branch WHERE id IN (SELECT value FROM json_each(?)) ORDER BY sort_order, id',
        )
        .pluck()
        .all(JSON.stringify(branchIds))
    : [];
  return [
    ...(branchIds ? [`社区总支 ${branchIds.length > mostNamed ? `${branchIds.length} 个` : names.join('、')}`] : []),
    ...(kind ? [`类别 ${kindWords[kind]}`] : []),
  ];
}
