// Writing communities and compounds, inside an act. What changes over time (name, code, kind, branch, community) is a version
// with its days; a change from a day closes the present version and opens the next, so that 30 June keeps its own names.
import { Refusal } from '../../../shared/refusal.ts';
import { kindOfAreaCode, type PlaceKind } from '../../../shared/rules/areaCode.ts';
import { dayBefore } from '../../../shared/rules/day.ts';
import { pinyinOf } from '../../../shared/rules/pinyin.ts';
import type { DevelopedBy } from '../../../shared/roster/words.ts';
import type { Change, Office, Row } from '../../ground/office/office.ts';
import { nextOrder } from './branches.ts';
import { columnsOf } from '../../kit/columns.ts';
import { defaultGridName, updateGrid } from './grids.ts';

/** A place's own columns, today's. */
type PlaceFields = {
  /** The end of the list when left out. */
  sortOrder?: number | undefined;
  secretary?: string | null | undefined;
  phone?: string | null | undefined;
  officeAddress?: string | null | undefined;
  address?: string | null | undefined;
  householdCount?: number | null | undefined;
  population?: number | null | undefined;
  note?: string | null | undefined;
};

export type CommunityFields = PlaceFields & {
  name: string;
  /** 12 digits. */
  code?: string | null | undefined;
  /** Proposed from the code when left out. */
  kind?: PlaceKind | null | undefined;
  branchId?: number | null | undefined;
  /** Since when the name holds; null or left out: since always. */
  firstDay?: string | null | undefined;
};

export type CompoundFields = PlaceFields & {
  name: string;
  /** The place id of the community it belongs to. */
  communityId: number;
  developedBy?: DevelopedBy | null | undefined;
  developer?: string | null | undefined;
  buildingCount?: number | null | undefined;
  propertyCompanyId?: number | null | undefined;
  firstDay?: string | null | undefined;
};

const spelled = (name: string): { name: string; initials: string; pinyin: string } => ({
  name: name.trim(),
  ...pinyinOf(name.trim(), { surname: false }),
});

/** @returns the place's id. @throws Refusal when the code is taken. */
export function insertCommunity(office: Office, change: Change, input: CommunityFields): number {
  const { name, code = null, kind = kindOfAreaCode(code ?? ''), branchId = null, firstDay = null, ...rest } = input;
  const { sortOrder = nextOrder(office, 'place') } = rest;
  const placeId = change.insert('place', columnsOf({ ...rest, level: 'community', sortOrder }));
  change.insert('place_version', columnsOf({ placeId, ...spelled(name), code, kind, branchId, firstDay }));
  return placeId;
}

/** @returns the place's id. @throws Refusal when the community is none. */
export function insertCompound(office: Office, change: Change, input: CompoundFields): number {
  const { name, communityId, firstDay = null, ...rest } = input;
  const { sortOrder = nextOrder(office, 'place') } = rest;
  const placeId = change.insert('place', columnsOf({ ...rest, level: 'compound', sortOrder }));
  change.insert('place_version', columnsOf({ placeId, ...spelled(name), parentId: communityId, firstDay }));
  return placeId;
}

/** What a version holds. A field left out stays as it is. */
export type VersionFields = {
  name?: string | undefined;
  code?: string | null | undefined;
  kind?: PlaceKind | null | undefined;
  branchId?: number | null | undefined;
  communityId?: number | undefined;
};

/** 'correction': it was a typing error and never true. A day: true from that day on. */
export type Effective = 'correction' | (string & {});

const currentVersion = (office: Office, placeId: number): Row => {
  const row = office
    .prepare<[number], Row>("SELECT * FROM place_version WHERE place_id = ? ORDER BY ifnull(last_day, '9999') DESC LIMIT 1")
    .get(placeId);
  if (!row) throw new Refusal('没有找到这个地方，可能已被删除。请刷新后再试。');
  return row;
};

/** A grid that is called after its place goes on being called so. */
function renameGridsWith(office: Office, change: Change, placeId: number, from: string, to: string): void {
  if (from === to) return;
  const ids = office
    .prepare<[number, string], number>('SELECT id FROM grid WHERE place_id = ? AND name = ?')
    .pluck()
    .all(placeId, defaultGridName(from));
  for (const id of ids) updateGrid(office, change, id, { name: defaultGridName(to) });
}

/**
 * Renames, recodes or moves a place.
 * @throws Refusal when the day isn't after the first day of the present version.
 */
export function changePlaceVersion(
  office: Office,
  change: Change,
  input: { placeId: number; effective: Effective; fields: VersionFields },
): void {
  const present = currentVersion(office, input.placeId);
  const { name, communityId, ...rest } = input.fields;
  const next = columnsOf({
    ...rest,
    ...(name === undefined ? {} : spelled(name)),
    ...(communityId === undefined ? {} : { parentId: communityId }),
  });
  if (Object.keys(next).every((column) => next[column] === present[column])) return;
  renameGridsWith(office, change, input.placeId, String(present.name), String(next.name ?? present.name));
  if (input.effective === 'correction') {
    change.update('place_version', Number(present.id), next);
    return;
  }
  const firstDay = present.first_day;
  if (typeof firstDay === 'string' && input.effective <= firstDay)
    throw new Refusal(
      `“${String(present.name)}”自 ${firstDay} 起使用，变更的生效日期须晚于这一天。如果是当时填错了，请选“更正笔误”。`,
    );
  change.update('place_version', Number(present.id), { last_day: dayBefore(input.effective) });
  const { id: _id, uid: _uid, ...copied } = present;
  change.insert('place_version', { ...copied, ...next, first_day: input.effective, last_day: null });
}

/** Changes a place's own columns. @returns false when nothing differs. */
export const updatePlace = (
  _office: Office,
  change: Change,
  placeId: number,
  fields: Partial<Omit<CommunityFields & CompoundFields, 'name' | 'code' | 'kind' | 'branchId' | 'communityId' | 'firstDay'>>,
): boolean => change.update('place', placeId, columnsOf(fields));
