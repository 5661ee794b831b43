// The workers' calls.
import { byId } from '../../../shared/kit/list.ts';
import { daySchema } from '../../../shared/day.ts';
import {
  addWorkerSchema,
  assignSchema,
  correctPostingSchema,
  endPostingSchema,
  leaveSchema,
  saveWorkerSchema,
  swapSchema,
  transferSchema,
} from '../../../shared/roster/worker.ts';
import { workerFilterSchema, workerListSchema } from '../../../shared/roster/workers.ts';
import { act, procedure, router } from '../../trpc.ts';
import { assign, endPosting, leave, swap, transfer } from './personnelActs.ts';
import { correctPosting } from './postingCorrection.ts';
import { addWorker, removeWorker, revealIdNumber, saveWorker } from './workerActs.ts';
import { readWorker } from './workerDetail.ts';
import { listWorkerIds, listWorkers } from './workersList.ts';

export const workersRouter = router({
  list: procedure.input(workerListSchema).query(({ ctx, input }) => listWorkers(ctx.office, input)),
  ids: procedure.input(workerFilterSchema).query(({ ctx, input }) => listWorkerIds(ctx.office, input)),
  get: procedure.input(byId.extend({ asOf: daySchema })).query(({ ctx, input }) => readWorker(ctx.office, input.id, input.asOf)),
  add: act('worker.add', { input: addWorkerSchema, may: 'roster', run: addWorker }),
  save: act('worker.save', { input: saveWorkerSchema, may: 'roster', run: saveWorker }),
  remove: act('worker.remove', { input: byId, may: 'roster', run: removeWorker }),
  revealIdNumber: act('reveal', { input: byId, may: 'personalNumbers', run: revealIdNumber }),
  assign: act('worker.assign', { input: assignSchema, may: 'roster', run: assign }),
  transfer: act('worker.transfer', { input: transferSchema, may: 'roster', run: transfer }),
  leave: act('worker.leave', { input: leaveSchema, may: 'roster', run: leave }),
  endPosting: act('worker.endPosting', { input: endPostingSchema, may: 'roster', run: endPosting }),
  swap: act('worker.swap', { input: swapSchema, may: 'roster', run: swap }),
  correctPosting: act('posting.correct', { input: correctPostingSchema, may: 'roster', run: correctPosting }),
});
