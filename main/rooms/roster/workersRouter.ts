// The workers' calls.
import { z } from 'zod';
import { daySchema } from '../../../shared/day.ts';
import {
  addWorkerSchema,
  assignSchema,
  correctPostingSchema,
  leaveSchema,
  saveWorkerSchema,
  swapSchema,
  transferSchema,
} from '../../../shared/roster/worker.ts';
import { rowId, workerFilterSchema, workerListSchema } from '../../../shared/roster/workers.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { procedure, router } from '../../trpc.ts';
import { assign, correctPosting, leave, swap, transfer } from './personnel.ts';
import { addWorker, removeWorker, revealIdNumber, saveWorker } from './workerActs.ts';
import { readWorker } from './workerDetail.ts';
import { listWorkerIds, listWorkers } from './workersList.ts';

const byId = z.object({ id: rowId });

/** Runs one personnel act; the act says its own summary once it knows the names. */
function personnelAct<Input>(
  office: Office,
  actor: string,
  kind: string,
  act: (office: Office, change: Change, input: Input) => string,
  input: Input,
): { changeSetId: number | null } {
  const { changeSetId } = office.change({ actor, kind, summary: kind }, (change) => change.rename(act(office, change, input)));
  return { changeSetId };
}

export const workersRouter = router({
  list: procedure.input(workerListSchema).query(({ ctx, input }) => listWorkers(ctx.office, input)),
  ids: procedure.input(workerFilterSchema).query(({ ctx, input }) => listWorkerIds(ctx.office, input)),
  get: procedure.input(byId.extend({ asOf: daySchema })).query(({ ctx, input }) => readWorker(ctx.office, input.id, input.asOf)),
  add: procedure.input(addWorkerSchema).mutation(({ ctx, input }) => addWorker(ctx.office, ctx.actor, input)),
  save: procedure.input(saveWorkerSchema).mutation(({ ctx, input }) => saveWorker(ctx.office, ctx.actor, input)),
  remove: procedure.input(byId).mutation(({ ctx, input }) => removeWorker(ctx.office, ctx.actor, input.id)),
  revealIdNumber: procedure.input(byId).mutation(({ ctx, input }) => revealIdNumber(ctx.office, ctx.actor, input.id)),
  assign: procedure
    .input(assignSchema)
    .mutation(({ ctx, input }) => personnelAct(ctx.office, ctx.actor, 'worker.assign', assign, input)),
  transfer: procedure
    .input(transferSchema)
    .mutation(({ ctx, input }) => personnelAct(ctx.office, ctx.actor, 'worker.transfer', transfer, input)),
  leave: procedure
    .input(leaveSchema)
    .mutation(({ ctx, input }) => personnelAct(ctx.office, ctx.actor, 'worker.leave', leave, input)),
  swap: procedure.input(swapSchema).mutation(({ ctx, input }) => personnelAct(ctx.office, ctx.actor, 'worker.swap', swap, input)),
  correctPosting: procedure
    .input(correctPostingSchema)
    .mutation(({ ctx, input }) => personnelAct(ctx.office, ctx.actor, 'posting.correct', correctPosting, input)),
});
