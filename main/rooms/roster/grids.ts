// Writing grids, inside an act. A grid stands on one community or one compound; its name defaults to the place + 网格. Name,
// code, kind and place hold from a day to a day, and a grid is there as long as it has a version; the rest is today's.
import type { z } from 'zod';
import { kindOfAreaCode, type PlaceKind } from '../../../shared/rules/areaCode.ts';
import type { addGridSchema } from '../../../shared/roster/grids.ts';
import { pinyinOf } from '../../kit/pinyin.ts';
import type { Change } from '../../ground/office/office.ts';
import type { Row } from '../../ground/office/schema.ts';
import { gridFields } from '../../../shared/roster/gridFields.ts';
import { writtenTo } from '../../kit/bindings.ts';
import { gridBindings } from './gridBindings.ts';
import { type Changes, columnsOf } from '../../kit/columns.ts';
import { nextOrder } from '../../kit/order.ts';
import {
  begunWith,
  type Changed,
  changeFrom,
  changeVersion,
  closeAfter,
  correct,
  type Effective,
  nearestVersion,
} from '../../kit/versions.ts';
import { gridVersions, nameOn, placeVersions } from './versions.ts';

/** As a form gives them, but a name that is left empty is left out: the place's then, or the one it has. */
export type GridFields = Omit<z.infer<typeof addGridSchema>, 'name'> & {
  name?: string | undefined;
  /** The end of the list when left out. */
  sortOrder?: number | undefined;
};

export const defaultGridName = (placeName: string): string => `${placeName}网格`;

/** What a grid is called in a refusal or a summary. */
export const gridName = (change: Pick<Change, 'office'>, id: number, day: string): string =>
  nameOn(change.office, gridVersions, id, day) ?? '';

/**
 * A compound's grid is urban (the office counts 17 urban communities + 66 compounds = 83 urban grids); a community's grid is
 * of the community's kind, else what digits 10–12 of either code say; null when nothing says it.
 */
function proposedKind(change: Change, placeId: number, place: Row, gridCode: string | null): PlaceKind | null {
  if (change.office.row('place', placeId)?.level === 'compound') return 'urban';
  const { kind, code } = place;
  if (kind === 'urban' || kind === 'rural') return kind;
  return kindOfAreaCode(typeof code === 'string' ? code : '') ?? kindOfAreaCode(gridCode ?? '');
}

const spelled = (name: string): { name: string; initials: string } => ({
  name: name.trim(),
  initials: pinyinOf(name.trim(), { surname: false }).initials,
});

/** @returns the grid's id. @throws Refusal when the code is taken or the place is gone. */
export function insertGrid(change: Change, input: GridFields): number {
  const { placeId, code = null, sortOrder = nextOrder(change.office, 'grid'), firstDay: given, ...fields } = input;
  const place = nearestVersion(change.office, placeVersions, placeId, given ?? change.today);
  const firstDay = begunWith(change, given, { versions: placeVersions, id: placeId, what: () => String(place.name) });
  const { name = defaultGridName(String(place.name)), kind = proposedKind(change, placeId, place, code), ...rest } = fields;
  const gridId = change.insert('grid', columnsOf({ ...rest, sortOrder }));
  change.insert('grid_version', columnsOf({ gridId, ...spelled(name), code, kind, placeId, firstDay }));
  return gridId;
}

/**
 * Changes the fields that are given.
 * @param input.day the day that the form was read on: a correction corrects the version of that day
 * @throws Refusal where a changed name, code, kind or place says neither that it is a correction nor from when
 */
export function updateGrid(
  change: Change,
  input: { id: number; day: string; effective: Effective | undefined; fields: Changes<Omit<GridFields, 'firstDay'>> },
): Changed | false {
  const { id, day, effective, fields } = input;
  const version = writtenTo('version', gridFields, gridBindings, fields);
  const next = columnsOf({ ...version, ...(fields.name === undefined ? {} : spelled(fields.name)) });
  const changed = changeVersion(change, gridVersions, { id, effective, day, next, what: gridName(change, id, day) });
  change.update('grid', id, columnsOf(writtenTo('row', gridFields, gridBindings, fields)));
  return changed;
}

/** A grid that follows its place's name, by the same correction or from the same day. */
export function renameGrid(change: Change, input: { id: number; day: string; effective: Effective; name: string }): void {
  const { id, day, effective } = input;
  const next = columnsOf(spelled(input.name));
  if (effective === 'correction') correct(change, gridVersions, { id, day, next });
  else changeFrom(change, gridVersions, { id, day: effective, next, what: gridName(change, id, effective) });
}

/** 停用: the grid's last day. */
export const endGrid = (change: Change, id: number, lastDay: string): void =>
  closeAfter(change, gridVersions, { id, lastDay, what: gridName(change, id, lastDay) });
