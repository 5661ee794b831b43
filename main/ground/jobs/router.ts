// Watching and stopping long work.
import { z } from 'zod';
import { anyProcedure, router } from '../../trpc.ts';

const byId = z.object({ id: z.string() });

export const jobsRouter = router({
  state: anyProcedure.input(byId).query(({ ctx, input }) => ctx.deps.jobs.state(ctx.owner, input.id)),
  cancel: anyProcedure.input(byId).mutation(({ ctx, input }) => ctx.deps.jobs.cancel(ctx.owner, input.id)),
});
