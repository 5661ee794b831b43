// What holds from a day to a day: the names, codes, kinds and places of places, grids and branches. The versions of one thing
// follow each other without a gap; a change from a day on closes the present one and opens the next, so that 30 June keeps its
// own names, and a correction rewrites what was never true.
import { Refusal } from '../../shared/refusal.ts';
import { addDays, dayBefore, earliestDay, latestDay } from '../../shared/rules/day.ts';
import { refuseFarDay } from './farDay.ts';
import type { Change, Office } from '../ground/office/office.ts';
import type { Row } from '../ground/office/schema.ts';

/** A table of versions, and the column that says whose they are. `spelled`: columns worked out of a name, which go where it goes. */
export type Versions = { entity: string; subject: string; spelled: readonly string[] };

/** 'correction': it was a typing error and never true. A day: true from that day on. */
export type Effective = 'correction' | (string & {});

const first = (version: Row): string => String(version.first_day ?? earliestDay);
const last = (version: Row): string => String(version.last_day ?? latestDay);

/** SQL: the version named so is the one of the day, an SQL expression too. */
export const coversDay = (version: string, day: string): string =>
  `ifnull(${version}.first_day, '${earliestDay}') <= ${day} AND ifnull(${version}.last_day, '${latestDay}') >= ${day}`;

/**
 * SQL: a column of the version that holds on a day, or of the last one before it: what a thing was called when it was closed.
 * @param id SQL for whose version it is
 */
export const asOfDay = (
  { entity, subject }: Pick<Versions, 'entity' | 'subject'>,
  column: string,
  id: string,
  day: string,
): string =>
  `(SELECT named.${column} FROM ${entity} AS named WHERE named.${subject} = ${id}
    ORDER BY ifnull(named.first_day, '${earliestDay}') <= ${day} DESC, ifnull(named.first_day, '${earliestDay}') DESC LIMIT 1)`;

/** All versions of one thing, the earliest first. */
export const versionsOf = (office: Office, { entity, subject }: Versions, id: number): Row[] =>
  office
    .prepare<[number], Row>(`SELECT * FROM ${entity} WHERE ${subject} = ? ORDER BY ifnull(first_day, '${earliestDay}')`)
    .all(id);

/** The version that holds on a day. */
export const versionOn = (office: Office, versions: Versions, id: number, day: string): Row | undefined =>
  versionsOf(office, versions, id).find((version) => first(version) <= day && last(version) >= day);

/** The version that holds on a day; of a thing that is not there on it, the nearest one. @throws Refusal where there is none at all. */
export function nearestVersion(office: Office, versions: Versions, id: number, day: string): Row {
  const all = versionsOf(office, versions, id);
  const found = all.find((version) => last(version) >= day) ?? all.at(-1);
  if (!found) throw new Refusal('要改的内容已不在台账里，可能已被删除或撤销。请刷新后再试。');
  return found;
}

const differing = (present: Row, next: Row): string[] =>
  Object.keys(next).filter((column) => next[column] !== undefined && next[column] !== (present[column] ?? null));

/** True where `next` says anything else than what holds on the day. */
const differsOn = (office: Office, versions: Versions, id: number, day: string, next: Row): boolean =>
  differing(nearestVersion(office, versions, id, day), next).length > 0;

/** The columns of `next` that a neighbouring version still shares with the one that is changed; a spelling goes with its name. */
const carried = ({ spelled }: Versions, neighbour: Row, present: Row, next: Row): Row =>
  Object.fromEntries(
    Object.entries(next).filter(([column]) => {
      const leading = spelled.includes(column) && 'name' in present ? 'name' : column;
      return neighbour[leading] === present[leading];
    }),
  );

/**
 * Writes `next` into the versions one after another, each column as far as they agree with `present` in it.
 * @returns the first of them that says something else in one of the columns; null where all agree
 */
function carryOn(change: Change, versions: Versions, neighbours: readonly Row[], present: Row, next: Row): Row | null {
  let rest = next;
  let other: Row | null = null;
  for (const neighbour of neighbours) {
    const shared = carried(versions, neighbour, present, rest);
    if (Object.keys(shared).length < Object.keys(rest).length) other ??= neighbour;
    rest = shared;
    if (Object.keys(rest).length === 0) break;
    change.update(versions.entity, Number(neighbour.id), rest);
  }
  return other;
}

/** Until when a change holds: a later one had been written down before. null: for good. */
export type Changed = { until: string | null };

/**
 * Makes `next` true from a day on, also where something else was said to be so from that very day. Versions already planned for
 * later take over what they merely continued.
 * @param what the thing in words, for the refusals
 * @returns false where nothing differs
 * @throws Refusal when the thing isn't there on the day, or the day can only be a slip
 */
export function changeFrom(
  change: Change,
  versions: Versions,
  { id, day, next, what }: { id: number; day: string; next: Row; what: string },
): Changed | false {
  refuseFarDay(change.today, day, '生效日期');
  const all = versionsOf(change.office, versions, id);
  const at = all.findIndex((version) => first(version) <= day && last(version) >= day);
  const present = all[at];
  if (!present) {
    const [begun] = all;
    throw new Refusal(
      begun && first(begun) > day
        ? `“${what}”自 ${first(begun)} 才启用，变更的生效日期不能早于这一天。`
        : `“${what}”在 ${day} 已不再使用，不能从这一天起变更。请核对生效日期。`,
    );
  }
  const changed = Object.fromEntries(differing(present, next).map((column) => [column, next[column] ?? null]));
  if (Object.keys(changed).length === 0) return false;
  if (first(present) === day) change.update(versions.entity, Number(present.id), changed);
  else {
    change.update(versions.entity, Number(present.id), { last_day: dayBefore(day) });
    const { id: _id, uid: _uid, ...copied } = present;
    change.insert(versions.entity, { ...copied, ...changed, first_day: day });
  }
  const other = carryOn(change, versions, all.slice(at + 1), present, changed);
  return { until: other ? dayBefore(first(other)) : null };
}

/**
 * Makes `next` have been true all along: in the version of the day, and before and after it as far as the wrong value reached.
 * @throws Refusal where the thing has no version at all
 */
export function correct(
  change: Change,
  versions: Versions,
  { id, day, next }: { id: number; day: string; next: Row },
): Changed | false {
  const present = nearestVersion(change.office, versions, id, day);
  const changed = Object.fromEntries(differing(present, next).map((column) => [column, next[column] ?? null]));
  if (Object.keys(changed).length === 0) return false;
  const all = versionsOf(change.office, versions, id);
  const at = all.findIndex((version) => version.id === present.id);
  carryOn(change, versions, all.slice(0, at).toReversed(), present, changed);
  change.update(versions.entity, Number(present.id), changed);
  carryOn(change, versions, all.slice(at + 1), present, changed);
  return { until: null };
}

/** Since when a correction of one column holds that is made in the version of the day; null: since always. */
export function correctedSince(
  office: Office,
  versions: Versions,
  { id, day, column }: { id: number; day: string; column: string },
): string | null {
  const present = nearestVersion(office, versions, id, day);
  const earlier = versionsOf(office, versions, id).filter((version) => first(version) <= first(present));
  const other = earlier.findLastIndex((version) => version[column] !== present[column]);
  const begun = earlier[other + 1]?.first_day;
  return typeof begun === 'string' ? begun : null;
}

/**
 * What a form means to change: it sends all its fields, and one that stands as it was read on `day` is not to carry that day's
 * value into another. Where everything stands as read, the form says of another day what it read on this one.
 */
function meant(office: Office, versions: Versions, { id, day, next }: { id: number; day: string; next: Row }): Row {
  const columns = differing(nearestVersion(office, versions, id, day), next);
  return columns.length === 0 ? next : Object.fromEntries(columns.map((column) => [column, next[column] ?? null]));
}

/** Either of the two, as a form says it. @param day the day that the form was read on, by which a correction knows its version */
export function changeVersion(
  change: Change,
  versions: Versions,
  { id, effective, day, next, what }: { id: number; effective: Effective | undefined; day: string; next: Row; what: string },
): Changed | false {
  if (effective === 'correction') return correct(change, versions, { id, day, next });
  if (effective !== undefined)
    return changeFrom(change, versions, { id, day: effective, next: meant(change.office, versions, { id, day, next }), what });
  if (!differsOn(change.office, versions, id, day, next)) return false;
  throw new Refusal(`请选择“${what}”的改动是更正笔误，还是从哪一天起变更。`);
}

/** From when, and until when, a change holds, as the summary says it. */
function sinceWords(effective: Effective | undefined, today: string, changed: Changed | false): string {
  if (!changed || effective === undefined || effective === 'correction') return '';
  if (changed.until !== null) return `（自 ${effective} 起至 ${changed.until}，之后照已登记的变更）`;
  return effective === today ? '' : `（自 ${effective} 起）`;
}

/** The day by whose name a form speaks of the thing: that of the change, or the one it was read on. */
export const spokenOn = (effective: Effective | undefined, day: string): string =>
  effective === undefined || effective === 'correction' ? day : effective;

/**
 * What a form about a thing did, as its summary says it: 阳东街社区更名为阳光社区（自 2026-12-01 起）.
 * @param names.before, names.after what it was and is called on the day of the change
 * @param names.word what it is, for a change of anything but its name: 社区
 */
export function changeWords(
  names: { before: string; after: string; word: string },
  effective: Effective | undefined,
  today: string,
  changed: Changed | false,
): string {
  const { before, after, word } = names;
  const since = sinceWords(effective, today, changed);
  if (after === before) return `修改${word} ${before}${since}`;
  return `${before}${effective === 'correction' ? '更正为' : '更名为'}${after}${since}`;
}

/** Since when a thing that is new is there, as its summary says it. */
export const begunWords = (firstDay: string | null | undefined): string => (firstDay ? `（自 ${firstDay} 启用）` : '');

/**
 * Since when a thing is there that stands on another: since a day of its own, or as long as the other.
 * @param on the thing it stands on, and what that is called
 * @throws Refusal when the day can only be a slip, or the other isn't there yet on it
 */
export function begunWith(
  change: Change,
  firstDay: string | null | undefined,
  on?: { versions: Versions; id: number; what: () => string },
): string | null {
  if (firstDay) refuseFarDay(change.today, firstDay, '启用日期');
  const begun = on ? begunOn(change.office, on.versions, on.id) : null;
  if (on && begun !== null && firstDay && firstDay < begun)
    throw new Refusal(`“${on.what()}”自 ${begun} 才启用，启用日期 ${firstDay} 不能比它早。请核对日期。`);
  return firstDay ?? begun;
}

/** Ends a thing with a day. @throws Refusal when it isn't there on the day, or a change is planned for later. */
export function closeAfter(
  change: Change,
  versions: Versions,
  { id, lastDay, what }: { id: number; lastDay: string; what: string },
): void {
  const all = versionsOf(change.office, versions, id);
  const present = all.find((version) => first(version) <= lastDay && last(version) >= lastDay);
  if (!present) throw new Refusal(`“${what}”在 ${lastDay} 没有在使用，不能从这一天停用。请核对日期。`);
  const later = all.find((version) => first(version) > lastDay);
  if (later)
    throw new Refusal(`“${what}”已登记自 ${first(later)} 起有变更，不能停用到 ${lastDay}。请先撤销那次变更，或改停用日期。`);
  change.update(versions.entity, Number(present.id), { last_day: lastDay });
}

/** Removes a thing's versions, before it is removed itself. */
export function removeVersions(change: Change, versions: Versions, id: number): void {
  for (const version of versionsOf(change.office, versions, id)) change.remove(versions.entity, Number(version.id));
}

/** The first day on which a thing is there; null where that is since always. */
export const begunOn = (office: Office, { entity, subject }: Versions, id: number): string | null =>
  office
    .prepare<[number], string | null>(
      `SELECT first_day FROM ${entity} WHERE ${subject} = ? ORDER BY first_day IS NOT NULL, first_day LIMIT 1`,
    )
    .pluck()
    .get(id) ?? null;

/** The last day of a thing; null while it goes on. */
export const endOf = (office: Office, { entity, subject }: Versions, id: number): string | null =>
  office
    .prepare<[number], string | null>(
      `SELECT last_day FROM ${entity} WHERE ${subject} = ? ORDER BY last_day IS NOT NULL, last_day DESC LIMIT 1`,
    )
    .pluck()
    .get(id) ?? null;

/** The first day on which a thing is no longer there; null while it goes on. */
export function goneFrom(office: Office, versions: Versions, id: number): string | null {
  const end = endOf(office, versions, id);
  return end === null ? null : addDays(end, 1);
}
