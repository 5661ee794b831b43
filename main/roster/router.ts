// The roster's calls, list by list.
import { router } from '../trpc.ts';
import { workersRouter } from './workersRouter.ts';

export const rosterRouter = router({
  workers: workersRouter,
});
