// The roster's calls, list by list.
import { byId, ofDay } from '../../../shared/kit/list.ts';
import { addEntrySchema, orderEntriesSchema, removeEntrySchema, saveEntrySchema } from '../../../shared/roster/dictionaries.ts';
import { addGridSchema, closeGridSchema, gridListSchema, saveGridSchema } from '../../../shared/roster/grids.ts';
import { act, procedure, router } from '../../trpc.ts';
import { addEntry, orderEntries, readDictionaries, removeEntry, saveEntry } from './dictionaryActs.ts';
import { readFigures } from './figures.ts';
import { readGaps } from './gaps.ts';
import { addGrid, closeGrid, removeGrid, saveGrid } from './gridActs.ts';
import { listGrids, readGrid } from './gridsList.ts';
import { branchesRouter, placesRouter, propertyCompaniesRouter } from './placesRouter.ts';
import { workersRouter } from './workersRouter.ts';

const gridsRouter = router({
  list: procedure.input(gridListSchema).query(({ ctx, input }) => listGrids(ctx.office, input)),
  get: procedure.input(byId.extend(ofDay.shape)).query(({ ctx, input }) => readGrid(ctx.office, input.id, input.asOf)),
  add: act('grid.add', { input: addGridSchema, may: 'places', run: addGrid }),
  save: act('grid.save', { input: saveGridSchema, may: 'places', run: saveGrid }),
  remove: act('grid.remove', { input: byId, may: 'places', run: removeGrid }),
  close: act('grid.close', { input: closeGridSchema, may: 'places', run: closeGrid }),
});

const dictionariesRouter = router({
  list: procedure.query(({ ctx }) => readDictionaries(ctx.office)),
  add: act('dictionary.add', { input: addEntrySchema, may: 'dictionaries', run: addEntry }),
  save: act('dictionary.save', { input: saveEntrySchema, may: 'dictionaries', run: saveEntry }),
  remove: act('dictionary.remove', { input: removeEntrySchema, may: 'dictionaries', run: removeEntry }),
  order: act('dictionary.order', { input: orderEntriesSchema, may: 'dictionaries', run: orderEntries }),
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
