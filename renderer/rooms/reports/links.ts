// The address of a report: which one, as of which day, and of which workers when somebody chose them in a list (导出所选).
import { reportIds } from '../../../shared/reports/ids.ts';
import { day, ids, oneOf, searchOf } from '../../ui/linkAtoms.ts';

export const reportsSearch = searchOf({
  report: oneOf(reportIds),
  /** 统计日期; left out for today. */
  asOf: day,
  workers: ids,
});
export type ReportsSearch = ReturnType<typeof reportsSearch>;

export const reportsLink = (search: ReportsSearch = {}) => ({ to: '/reports', search }) as const;
