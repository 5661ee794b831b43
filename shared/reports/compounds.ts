// 居民小区一览表: what may be asked of it.
import { z } from 'zod';
import { asked, ids, subtotals } from './asked.ts';

const request = z.object({ report: z.literal('compounds'), ...asked, subtotals, branchIds: ids });
export type CompoundsRequest = z.infer<typeof request>;

export const compoundsReport = {
  name: '居民小区一览表',
  request,
  kept: request.pick({ paper: true, title: true, subtotals: true }),
  first: { report: 'compounds', title: '', paper: 'A3', subtotals: false, branchIds: null },
} as const;
