// The address of a report: which one, as of which day, and of which workers when somebody chose them in a list (导出所选).
import { z } from 'zod';
import { reportIds } from '../../../shared/reports.ts';

const chosen = z
  .union([z.string(), z.number()])
  .transform((text) => String(text).split(',').map(Number))
  .pipe(z.array(z.number().int().positive()).min(1))
  .transform((ids) => ids.join(','));

export const reportsSearch = z.object({
  report: z.enum(reportIds).optional().catch(undefined),
  /** 统计日期, YYYY-MM-DD; left out for today. */
  asOf: z.iso.date().optional().catch(undefined),
  /** Worker ids, `1,2,3`. */
  workers: chosen.optional().catch(undefined),
});
export type ReportsSearch = z.infer<typeof reportsSearch>;

export const reportsLink = (search: ReportsSearch = {}) => ({ to: '/reports', search }) as const;
