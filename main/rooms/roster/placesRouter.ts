// The calls on branches, communities, compounds and property companies.
import { z } from 'zod';
import { daySchema } from '../../../shared/day.ts';
import {
  branchFormSchema,
  communityFormSchema,
  compoundFormSchema,
  placeListSchema,
  propertyCompanyFormSchema,
  saveCommunitySchema,
  saveCompoundSchema,
} from '../../../shared/roster/places.ts';
import { rowId } from '../../../shared/roster/workers.ts';
import { procedure, router } from '../../trpc.ts';
import { listBranches, listPropertyCompanies } from './branchesList.ts';
import {
  addBranch,
  addCommunity,
  addCompound,
  addPropertyCompany,
  removeBranch,
  removePlace,
  reorderBranches,
  saveBranch,
  saveCommunity,
  saveCompound,
  savePropertyCompany,
} from './placeActs.ts';
import { listPlaces, readPlace } from './placesList.ts';

const byId = z.object({ id: rowId });
const ofDay = z.object({ asOf: daySchema });

export const placesRouter = router({
  list: procedure.input(placeListSchema).query(({ ctx, input }) => listPlaces(ctx.office, input)),
  get: procedure.input(byId.extend(ofDay.shape)).query(({ ctx, input }) => readPlace(ctx.office, input.id, input.asOf)),
  addCommunity: procedure.input(communityFormSchema).mutation(({ ctx, input }) => addCommunity(ctx.office, ctx.actor, input)),
  addCompound: procedure.input(compoundFormSchema).mutation(({ ctx, input }) => addCompound(ctx.office, ctx.actor, input)),
  saveCommunity: procedure.input(saveCommunitySchema).mutation(({ ctx, input }) => saveCommunity(ctx.office, ctx.actor, input)),
  saveCompound: procedure.input(saveCompoundSchema).mutation(({ ctx, input }) => saveCompound(ctx.office, ctx.actor, input)),
  remove: procedure.input(byId).mutation(({ ctx, input }) => removePlace(ctx.office, ctx.actor, input.id)),
});

export const branchesRouter = router({
  list: procedure.input(ofDay).query(({ ctx, input }) => listBranches(ctx.office, input.asOf)),
  add: procedure.input(branchFormSchema).mutation(({ ctx, input }) => addBranch(ctx.office, ctx.actor, input)),
  save: procedure
    .input(byId.extend({ branch: branchFormSchema.partial() }))
    .mutation(({ ctx, input }) => saveBranch(ctx.office, ctx.actor, input)),
  remove: procedure.input(byId).mutation(({ ctx, input }) => removeBranch(ctx.office, ctx.actor, input.id)),
  reorder: procedure
    .input(z.object({ ids: z.array(rowId).min(1) }))
    .mutation(({ ctx, input }) => reorderBranches(ctx.office, ctx.actor, input.ids)),
});

export const propertyCompaniesRouter = router({
  list: procedure.query(({ ctx }) => listPropertyCompanies(ctx.office)),
  add: procedure.input(propertyCompanyFormSchema).mutation(({ ctx, input }) => addPropertyCompany(ctx.office, ctx.actor, input)),
  save: procedure
    .input(byId.extend({ company: propertyCompanyFormSchema }))
    .mutation(({ ctx, input }) => savePropertyCompany(ctx.office, ctx.actor, input)),
});
