// 专职网格员花名册: what may be asked of it.
import { z } from 'zod';
import { asked, ids, kind } from './asked.ts';

/** full: all 18 characters, written down in the audit. masked: 371323**********34. omitted: no such column. */
const idStyles = ['full', 'masked', 'omitted'] as const;

/** serving: on duty on the day. everyone: also who has left or was not yet assigned. */
const rosterScopes = ['serving', 'everyone'] as const;

const request = z.object({
  report: z.literal('roster'),
  ...asked,
  idStyle: z.enum(idStyles),
  photo: z.boolean(),
  scope: z.enum(rosterScopes),
  branchIds: ids,
  kind,
  /** Only these workers, whatever their status; null: all. */
  workerIds: ids,
});
export type RosterRequest = z.infer<typeof request>;

export const rosterReport = {
  name: '专职网格员花名册',
  request,
  // Whole ID numbers are asked for each time anew.
  kept: request.pick({ paper: true, photo: true, title: true }).extend({ idStyle: z.enum(idStyles).exclude(['full']) }),
  first: {
    report: 'roster',
    title: '',
    paper: 'A3',
    idStyle: 'masked',
    photo: false,
    scope: 'serving',
    branchIds: null,
    kind: null,
    workerIds: null,
  },
} as const;
