// What the command box asks of the ledger.
import { openedRowsSchema, searchSchema } from '../../../shared/search.ts';
import type { Found } from '../../kit/found.ts';
import { procedure, router } from '../../trpc.ts';
import { namesOfOpened, searchEverything } from './everything.ts';

/** @param kinds what the rooms let be found, in their order */
export const searchRouter = (kinds: readonly Found[]) =>
  router({
    everything: procedure.input(searchSchema).query(({ ctx, input }) => searchEverything(kinds, ctx.office, input)),
    opened: procedure.input(openedRowsSchema).query(({ ctx, input }) => namesOfOpened(kinds, ctx.office, input)),
  });
