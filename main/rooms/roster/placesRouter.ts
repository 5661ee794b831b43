// The calls on branches, communities, compounds and property companies.
import { byId, chosenIds, ofDay } from '../../../shared/kit/list.ts';
import { z } from 'zod';
import {
  addBranchSchema,
  addCommunitySchema,
  addCompoundSchema,
  placeListSchema,
  saveBranchSchema,
  saveCommunitySchema,
  saveCompoundSchema,
} from '../../../shared/roster/places.ts';
import { propertyCompanyFields, propertyCompanyFormFields } from '../../../shared/roster/placeFields.ts';
import { rowActs } from '../../kit/rowActs.ts';
import { act, procedure, router } from '../../trpc.ts';
import { listBranches, listPropertyCompanies } from './branchesList.ts';
import {
  addBranch,
  addCommunity,
  addCompound,
  removeBranch,
  removePlace,
  reorderBranches,
  saveBranch,
  saveCommunity,
  saveCompound,
} from './placeActs.ts';
import { listPlaces, readPlace } from './placesList.ts';

export const placesRouter = router({
  list: procedure.input(placeListSchema).query(({ ctx, input }) => listPlaces(ctx.office, input)),
  get: procedure.input(byId.extend(ofDay.shape)).query(({ ctx, input }) => readPlace(ctx.office, input.id, input.asOf)),
  addCommunity: act('place.add', { input: addCommunitySchema, may: 'places', run: addCommunity }),
  addCompound: act('place.add', { input: addCompoundSchema, may: 'places', run: addCompound }),
  saveCommunity: act('place.save', { input: saveCommunitySchema, may: 'places', run: saveCommunity }),
  saveCompound: act('place.save', { input: saveCompoundSchema, may: 'places', run: saveCompound }),
  remove: act('place.remove', { input: byId, may: 'places', run: removePlace }),
});

export const branchesRouter = router({
  list: procedure.input(ofDay).query(({ ctx, input }) => listBranches(ctx.office, input.asOf)),
  add: act('branch.add', { input: addBranchSchema, may: 'places', run: addBranch }),
  save: act('branch.save', { input: saveBranchSchema, may: 'places', run: saveBranch }),
  remove: act('branch.remove', { input: byId, may: 'places', run: removeBranch }),
  reorder: act('branch.order', { input: z.object({ ids: chosenIds.min(1) }), may: 'places', run: reorderBranches }),
});

const companyActs = rowActs({
  kind: 'propertyCompany',
  table: 'property_company',
  noun: '物业公司',
  right: 'places',
  fields: propertyCompanyFields,
  keys: propertyCompanyFormFields,
});

export const propertyCompaniesRouter = router({
  list: procedure.query(({ ctx }) => listPropertyCompanies(ctx.office)),
  add: companyActs.add,
  save: companyActs.save,
});
