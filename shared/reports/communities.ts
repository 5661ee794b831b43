// 社区（村居）一览表: what may be asked of it.
import { z } from 'zod';
import { asked, ids, kind, subtotals } from './asked.ts';

const request = z.object({ report: z.literal('communities'), ...asked, subtotals, branchIds: ids, kind });
export type CommunitiesRequest = z.infer<typeof request>;

export const communitiesReport = {
  name: '社区（村居）一览表',
  request,
  kept: request.pick({ paper: true, title: true, subtotals: true }),
  first: { report: 'communities', title: '', paper: 'A4', subtotals: false, branchIds: null, kind: null },
} as const;
