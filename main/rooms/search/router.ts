// The top bar's search.
import { searchSchema } from '../../../shared/search.ts';
import { procedure, router } from '../../trpc.ts';
import { searchEverything } from './everything.ts';

export const searchRouter = router({
  everything: procedure.input(searchSchema).query(({ ctx, input }) => searchEverything(ctx.office, input)),
});
