// Writing grids, inside an act. A grid stands on one community or one compound; its name defaults to the place + 网格.
import { Refusal } from '../../../shared/refusal.ts';
import { kindOfAreaCode, type PlaceKind } from '../../../shared/rules/areaCode.ts';
import { pinyinOf } from '../../../shared/rules/pinyin.ts';
import type { PlaceLevel } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { nextOrder } from './branches.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';

export type GridFields = {
  placeId: number;
  /** 15 digits: the community's 12 and 3 of its own. */
  code?: string | null | undefined;
  name?: string | undefined;
  /** Proposed when left out, see `proposedGridKind`. */
  kind?: PlaceKind | null | undefined;
  boundary?: string | null | undefined;
  serviceArea?: string | null | undefined;
  extraDuty?: string | null | undefined;
  householdCount?: number | null | undefined;
  population?: number | null | undefined;
  /** The end of the list when left out. */
  sortOrder?: number | undefined;
  firstDay?: string | null | undefined;
  note?: string | null | undefined;
};

export const defaultGridName = (placeName: string): string => `${placeName}网格`;

type Ground = { level: PlaceLevel; name: string; code: string | null; kind: PlaceKind | null };

function groundOf(office: Office, placeId: number): Ground {
  const ground = office
    .prepare<[number], Ground>(
      `SELECT place.level, place_version.name, place_version.code, place_version.kind FROM place
       JOIN place_version ON place_version.place_id = place.id WHERE place.id = ? ORDER BY ifnull(last_day, '9999') DESC LIMIT 1`,
    )
    .get(placeId);
  if (!ground) throw new Refusal('网格所在的社区或小区已不存在，请重新选择。');
  return ground;
}

/**
 * A compound's grid is urban (the office counts 17 urban communities + 66 compounds = 83 urban grids); a community's grid is
 * of the community's kind, else what digits 10–12 of either code say; null when nothing says it.
 */
export const proposedGridKind = (office: Office, placeId: number, gridCode: string | null): PlaceKind | null =>
  kindOn(groundOf(office, placeId), gridCode);

function kindOn(ground: Ground, gridCode: string | null): PlaceKind | null {
  if (ground.level === 'compound') return 'urban';
  return ground.kind ?? kindOfAreaCode(ground.code ?? '') ?? kindOfAreaCode(gridCode ?? '');
}

/** @returns the grid's id. @throws Refusal when the code is taken or the place is gone. */
export function insertGrid(office: Office, change: Change, input: GridFields): number {
  const { placeId, code = null, sortOrder = nextOrder(office, 'grid'), ...rest } = input;
  const ground = groundOf(office, placeId);
  const { name = defaultGridName(ground.name), kind = kindOn(ground, code) } = rest;
  const { initials } = pinyinOf(name.trim(), { surname: false });
  return change.insert('grid', columnsOf({ ...rest, placeId, code, sortOrder, name, kind, initials }));
}

/** @returns false when nothing differs. */
export function updateGrid(_office: Office, change: Change, gridId: number, input: Changes<GridFields>): boolean {
  const named = input.name === undefined ? {} : { initials: pinyinOf(input.name.trim(), { surname: false }).initials };
  return change.update('grid', gridId, columnsOf({ ...input, ...named }));
}
