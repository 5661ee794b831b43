// Who did what, taking it back, and doing it again.
import { z } from 'zod';
import { procedure, router } from '../../trpc.ts';
import { latestAct, latestUndo, listActs } from './acts.ts';
import { takeBackBehindGate } from './longUndo.ts';

export const auditRouter = router({
  /** For the status bar: the person's own last act, and the undo of theirs that may be done again. */
  latest: procedure.query(({ ctx }) => ({ act: latestAct(ctx.office, ctx.actor), undo: latestUndo(ctx.office, ctx.actor) })),
  list: procedure
    .input(z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50) }))
    .query(({ ctx, input }) => listActs(ctx.office, input.offset, input.limit)),
  /** Undoes an act; an undo is done again. */
  undo: procedure
    .meta({ act: 'undo', may: 'undo' })
    .input(z.object({ changeSetId: z.number().int() }))
    .mutation(({ ctx, input }) => takeBackBehindGate(ctx.deps.desk, ctx.office, ctx.actor, input.changeSetId)),
});
