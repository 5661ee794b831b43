// Who did what, and taking it back.
import { z } from 'zod';
import { procedure, router } from '../../trpc.ts';
import { undo } from './undo.ts';
import { latestAct, listActs } from './acts.ts';

export const auditRouter = router({
  latest: procedure.query(({ ctx }) => latestAct(ctx.office)),
  list: procedure
    .input(z.object({ offset: z.number().int().min(0).default(0), limit: z.number().int().min(1).max(500).default(50) }))
    .query(({ ctx, input }) => listActs(ctx.office, input.offset, input.limit)),
  undo: procedure
    .input(z.object({ changeSetId: z.number().int() }))
    .mutation(({ ctx, input }) => undo(ctx.office, ctx.actor, input.changeSetId)),
});
