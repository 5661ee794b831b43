// The roster's calls, list by list.
import { z } from 'zod';
import { daySchema } from '../../../shared/day.ts';
import { addEntrySchema, orderEntriesSchema, removeEntrySchema, saveEntrySchema } from '../../../shared/roster/dictionaries.ts';
import { closeGridSchema, gridFormSchema, gridListSchema, saveGridSchema } from '../../../shared/roster/grids.ts';
import { rowId } from '../../../shared/roster/workers.ts';
import { procedure, router } from '../../trpc.ts';
import { addEntry, orderEntries, readDictionaries, removeEntry, saveEntry } from './dictionaryActs.ts';
import { readFigures } from './figures.ts';
import { readGaps } from './gaps.ts';
import { addGrid, closeGrid, removeGrid, saveGrid } from './gridActs.ts';
import { listGrids, readGrid } from './gridsList.ts';
import { branchesRouter, placesRouter, propertyCompaniesRouter } from './placesRouter.ts';
import { workersRouter } from './workersRouter.ts';

const byId = z.object({ id: rowId });
const ofDay = z.object({ asOf: daySchema });

const gridsRouter = router({
  list: procedure.input(gridListSchema).query(({ ctx, input }) => listGrids(ctx.office, input)),
  get: procedure.input(byId.extend(ofDay.shape)).query(({ ctx, input }) => readGrid(ctx.office, input.id, input.asOf)),
  add: procedure.input(gridFormSchema).mutation(({ ctx, input }) => addGrid(ctx.office, ctx.actor, input)),
  save: procedure.input(saveGridSchema).mutation(({ ctx, input }) => saveGrid(ctx.office, ctx.actor, input)),
  remove: procedure.input(byId).mutation(({ ctx, input }) => removeGrid(ctx.office, ctx.actor, input.id)),
  close: procedure.input(closeGridSchema).mutation(({ ctx, input }) => closeGrid(ctx.office, ctx.actor, input)),
});

const dictionariesRouter = router({
  list: procedure.query(({ ctx }) => readDictionaries(ctx.office)),
  add: procedure.input(addEntrySchema).mutation(({ ctx, input }) => addEntry(ctx.office, ctx.actor, input)),
  save: procedure.input(saveEntrySchema).mutation(({ ctx, input }) => saveEntry(ctx.office, ctx.actor, input)),
  remove: procedure.input(removeEntrySchema).mutation(({ ctx, input }) => removeEntry(ctx.office, ctx.actor, input)),
  order: procedure.input(orderEntriesSchema).mutation(({ ctx, input }) => orderEntries(ctx.office, ctx.actor, input)),
});

export const rosterRouter = router({
  workers: workersRouter,
  places: placesRouter,
  branches: branchesRouter,
  propertyCompanies: propertyCompaniesRouter,
  grids: gridsRouter,
  dictionaries: dictionariesRouter,
  figures: procedure.input(ofDay).query(({ ctx, input }) => readFigures(ctx.office, input.asOf)),
  gaps: procedure.input(ofDay).query(({ ctx, input }) => readGaps(ctx.office, input.asOf)),
});
