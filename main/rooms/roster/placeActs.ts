// The acts on branches, communities and compounds.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import type {
  addBranchSchema,
  addCommunitySchema,
  addCompoundSchema,
  saveBranchSchema,
  saveCommunitySchema,
  saveCompoundSchema,
} from '../../../shared/roster/places.ts';
import { levelShortWords, type PlaceLevel } from '../../../shared/roster/words.ts';
import type { Change } from '../../ground/office/office.ts';
import { begunWords, changeWords, type Effective, removeVersions, spokenOn } from '../../kit/versions.ts';
import { insertBranch, orderBranches, updateBranch } from './branches.ts';
import { changePlace, insertCommunity, insertCompound, type PlaceForm, updatePlace, versionOf } from './places.ts';
import { mustBeRemovable } from './removal.ts';
import { branchVersions, nameOn, placeVersions } from './versions.ts';

type Written = { id: number };

/** What a place is called on a day. @throws Refusal when it is gone, or of another level. */
function placeName(change: Change, id: number, day: string, level?: PlaceLevel): string {
  const row = change.office.row('place', id);
  const name = nameOn(change.office, placeVersions, id, day);
  if (!row || name === undefined || (level !== undefined && row.level !== level))
    throw new Refusal(`没有找到这个${level ? levelShortWords[level] : '地方'}，可能已被删除或撤销。请刷新列表。`);
  return name;
}

export function addCommunity(change: Change, input: z.infer<typeof addCommunitySchema>): Written {
  change.say(`新增${levelShortWords.community} ${input.name}${begunWords(input.firstDay)}`);
  return { id: insertCommunity(change, { ...input, code: input.code || null }) };
}

export function addCompound(change: Change, input: z.infer<typeof addCompoundSchema>): Written {
  change.say(`新增${levelShortWords.compound} ${input.name}${begunWords(input.firstDay)}`);
  return { id: insertCompound(change, input) };
}

function savePlace(
  change: Change,
  level: PlaceLevel,
  input: { id: number; effective?: Effective | undefined; asOf?: string | undefined },
  form: PlaceForm,
): Written {
  const { id, effective, asOf: day = change.today } = input;
  const when = spokenOn(effective, day);
  const before = placeName(change, id, when, level);
  const changed = changePlace(change, { placeId: id, day, effective, fields: versionOf(form) });
  const words = changeWords(
    { before, after: placeName(change, id, when), word: levelShortWords[level] },
    effective,
    change.today,
    changed,
  );
  change.say(changed && changed.gridsRenamed > 0 ? `${words}，以它命名的 ${changed.gridsRenamed} 个网格随之改名` : words);
  updatePlace(change, id, form);
  return { id };
}

export const saveCommunity = (change: Change, input: z.infer<typeof saveCommunitySchema>): Written =>
  savePlace(change, 'community', input, input.community);

export const saveCompound = (change: Change, input: z.infer<typeof saveCompoundSchema>): Written =>
  savePlace(change, 'compound', input, input.compound);

/** Removes a place with its versions. @throws Refusal when grids or compounds hang on it. */
export function removePlace(change: Change, { id }: { id: number }): Written {
  const name = placeName(change, id, change.today);
  mustBeRemovable(change.office, 'place', id, `“${name}”`);
  const level = change.office.row('place', id)?.level === 'compound' ? 'compound' : 'community';
  change.say(`删除${levelShortWords[level]} ${name}`);
  removeVersions(change, placeVersions, id);
  change.remove('place', id);
  return { id };
}

/** @throws Refusal when it is gone. */
function branchName(change: Change, id: number, day: string): string {
  const name = nameOn(change.office, branchVersions, id, day);
  if (name === undefined) throw new Refusal('没有找到这个社区总支，可能已被删除或撤销。请刷新后再试。');
  return name;
}

export function addBranch(change: Change, input: z.infer<typeof addBranchSchema>): Written {
  change.say(`新增社区总支 ${input.name}${begunWords(input.firstDay)}`);
  return { id: insertBranch(change, input) };
}

export function saveBranch(change: Change, input: z.infer<typeof saveBranchSchema>): Written {
  const { id, branch, effective, asOf: day = change.today } = input;
  const when = spokenOn(effective, day);
  const before = branchName(change, id, when);
  const changed = updateBranch(change, { id, day, effective, fields: branch });
  change.say(changeWords({ before, after: branchName(change, id, when), word: '社区总支' }, effective, change.today, changed));
  return { id };
}

/** @throws Refusal when communities belong to it, or ever did. */
export function removeBranch(change: Change, { id }: { id: number }): Written {
  const name = branchName(change, id, change.today);
  mustBeRemovable(change.office, 'branch', id, name);
  change.say(`删除社区总支 ${name}`);
  removeVersions(change, branchVersions, id);
  change.remove('branch', id);
  return { id };
}

/** `ids` are all branches in their new order, from today on. */
export function reorderBranches(change: Change, { ids }: { ids: readonly number[] }): void {
  for (const id of ids) branchName(change, id, change.today);
  orderBranches(change, ids);
  change.say('调整社区总支的顺序');
}
