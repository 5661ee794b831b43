// The workers' calls.
import { workerListSchema } from '../../shared/roster/workers.ts';
import { procedure, router } from '../trpc.ts';
import { listWorkers } from './workersList.ts';

export const workersRouter = router({
  list: procedure.input(workerListSchema).query(({ ctx, input }) => listWorkers(ctx.office, input)),
});
