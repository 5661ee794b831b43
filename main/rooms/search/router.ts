// What the command box asks of the ledger.
import { openedRowsSchema, searchSchema } from '../../../shared/search.ts';
import { procedure, router } from '../../trpc.ts';
import { searchEverything, searchOpened } from './everything.ts';

export const searchRouter = router({
  everything: procedure.input(searchSchema).query(({ ctx, input }) => searchEverything(ctx.office, input)),
  opened: procedure.input(openedRowsSchema).query(({ ctx, input }) => searchOpened(ctx.office, input)),
});
