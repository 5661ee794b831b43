// The acts on branches, communities, compounds and property companies.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type {
  BranchForm,
  communityFormSchema,
  compoundFormSchema,
  propertyCompanyFormSchema,
  saveCommunitySchema,
  saveCompoundSchema,
} from '../../../shared/roster/places.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { insertBranch, insertPropertyCompany } from './branches.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';
import { findPlaceById } from './find.ts';
import {
  changePlaceVersion,
  type Effective,
  insertCommunity,
  insertCompound,
  updatePlace,
  type VersionFields,
} from './places.ts';
import { placeDependents } from './placesList.ts';

export type Done = { id: number; changeSetId: number | null };

const levelWords: Record<PlaceLevel, string> = { community: '社区', compound: '居民小区' };

/** Runs an act whose result is the id of the row it is about. */
function act(office: Office, actor: string, kind: string, summary: string, write: (change: Change) => number): Done {
  const { result, changeSetId } = office.change({ actor, kind, summary }, write);
  return { id: result, changeSetId };
}

export const addCommunity = (office: Office, actor: string, input: z.infer<typeof communityFormSchema>): Done =>
  act(office, actor, 'place.add', `新增社区 ${input.name}`, (change) =>
    insertCommunity(office, change, { ...input, code: input.code || null }),
  );

export const addCompound = (office: Office, actor: string, input: z.infer<typeof compoundFormSchema>): Done =>
  act(office, actor, 'place.add', `新增居民小区 ${input.name}`, (change) => insertCompound(office, change, input));

function savePlace(
  office: Office,
  actor: string,
  input: {
    id: number;
    level: PlaceLevel;
    effective: Effective;
    version: VersionFields;
    fields: Parameters<typeof updatePlace>[3];
  },
): Done {
  const place = findPlaceById(office, input.id);
  if (place?.level !== input.level) throw new Refusal(`没有找到这个${levelWords[input.level]}，可能已被删除或撤销。请刷新列表。`);
  const { name } = input.version;
  const renamed = name !== undefined && name !== place.name;
  const summary = renamed ? `${place.name}更名为${name}` : `修改${levelWords[input.level]} ${place.name}`;
  return act(office, actor, renamed ? 'place.rename' : 'place.save', summary, (change) => {
    changePlaceVersion(office, change, { placeId: input.id, effective: input.effective, fields: input.version });
    updatePlace(office, change, input.id, input.fields);
    return input.id;
  });
}

export function saveCommunity(office: Office, actor: string, input: z.infer<typeof saveCommunitySchema>): Done {
  const { name, code, kind, branchId, ...fields } = input.community;
  const version = { name, code, kind, branchId };
  return savePlace(office, actor, { id: input.id, level: 'community', effective: input.effective, version, fields });
}

export function saveCompound(office: Office, actor: string, input: z.infer<typeof saveCompoundSchema>): Done {
  const { name, communityId, ...fields } = input.compound;
  return savePlace(office, actor, {
    id: input.id,
    level: 'compound',
    effective: input.effective,
    version: { name, communityId },
    fields,
  });
}

/** Removes a place with its versions. @throws Refusal when grids or compounds hang on it. */
export function removePlace(office: Office, actor: string, id: number): Done {
  const place = findPlaceById(office, id);
  if (!place) throw new Refusal('没有找到这个地方，可能已被删除或撤销。请刷新列表。');
  if (placeDependents(office, id) > 0)
    throw new Refusal(`“${place.name}”下面还有网格或小区，不能删除。请先把它们移走或删除；录错了可以撤销当时的新增或导入。`);
  return act(office, actor, 'place.remove', `删除${levelWords[place.level]} ${place.name}`, (change) => {
    const versions = office.prepare<[number], number>('SELECT id FROM place_version WHERE place_id = ?').pluck().all(id);
    for (const version of versions) change.remove('place_version', version);
    change.remove('place', id);
    return id;
  });
}

export const addBranch = (office: Office, actor: string, input: BranchForm): Done =>
  act(office, actor, 'branch.add', `新增社区总支 ${input.name}`, (change) => insertBranch(office, change, input));

function branchName(office: Office, id: number): string {
  const name = office.row('branch', id)?.name;
  if (typeof name !== 'string') throw new Refusal('没有找到这个社区总支，可能已被删除或撤销。请刷新后再试。');
  return name;
}

export function saveBranch(office: Office, actor: string, { id, branch }: { id: number; branch: Changes<BranchForm> }): Done {
  return act(office, actor, 'branch.save', `修改社区总支 ${branch.name ?? branchName(office, id)}`, (change) => {
    branchName(office, id);
    change.update('branch', id, columnsOf(branch));
    return id;
  });
}

/** @throws Refusal when communities belong to it, or ever did. */
export function removeBranch(office: Office, actor: string, id: number): Done {
  const name = branchName(office, id);
  const used = office.prepare<[number], number>('SELECT count(DISTINCT place_id) FROM place_version WHERE branch_id = ?');
  const count = used.pluck().get(id) ?? 0;
  if (count > 0) throw new Refusal(`${name}名下有（或曾有）${count} 个社区（村居），不能删除。请先把它们改到别的总支。`);
  return act(office, actor, 'branch.remove', `删除社区总支 ${name}`, (change) => {
    change.remove('branch', id);
    return id;
  });
}

/** `ids` are all branches in their new order. */
export function reorderBranches(office: Office, actor: string, ids: readonly number[]): { changeSetId: number | null } {
  const { changeSetId } = office.change({ actor, kind: 'branch.order', summary: '调整社区总支的顺序' }, (change) => {
    for (const [index, id] of ids.entries()) {
      branchName(office, id);
      change.update('branch', id, { sort_order: index + 1 });
    }
  });
  return { changeSetId };
}

export const addPropertyCompany = (office: Office, actor: string, input: z.infer<typeof propertyCompanyFormSchema>): Done =>
  act(office, actor, 'propertyCompany.add', `新增物业公司 ${input.name}`, (change) =>
    insertPropertyCompany(office, change, input),
  );

export const savePropertyCompany = (
  office: Office,
  actor: string,
  { id, company }: { id: number; company: z.infer<typeof propertyCompanyFormSchema> },
): Done =>
  act(office, actor, 'propertyCompany.save', `修改物业公司 ${company.name}`, (change) => {
    if (!office.row('property_company', id)) throw new Refusal('没有找到这家物业公司，可能已被删除或撤销。请刷新后再试。');
    change.update('property_company', id, columnsOf(company));
    return id;
  });
