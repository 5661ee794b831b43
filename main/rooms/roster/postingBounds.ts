// What bounds a posting: the time of its grid, and a departure of its worker that is written down. Held at the end of every act,
// whichever side of it was written, an undo or a redo too; and a posting that only ended with its grid goes on where the closing
// is taken back.
import { earliestDay, latestDay } from '../../../shared/rules/day.ts';
import type { Ending, Reader, Row, Value, Written } from '../../ground/office/schema.ts';
import { type ActionKind, actionWords, departureKinds } from '../../../shared/roster/words.ts';
import { gridVersions, nameOn } from './versions.ts';

export type Period = { first: string; last: string };

/** A grid whose first or last day an act has moved. */
export type MovedGrid = { gridId: number; before: Period; after: Period };

/** SQL: a posting that nobody ended, but whose grid ends with it. */
export const endsWithGrid = (posting: string): string => `(${posting}.ended IS NULL AND ${posting}.last_day IS NOT NULL)`;

/** The last day of a posting that nobody ended is that of its grid; where the grid ends before it begins, it stays as it was. */
export function boundByGrid(office: Reader, posting: Row): Row {
  if ((posting.ended ?? null) !== null) return {};
  const end = office.db
    .prepare<[Value], string | null>(`SELECT max(ifnull(last_day, '${latestDay}')) FROM grid_version WHERE grid_id = ?`)
    .pluck()
    .get(posting.grid_id ?? null);
  if (end == null || first(posting) > end) return { last_day: posting.last_day ?? null };
  return { last_day: end === latestDay ? null : end };
}

/** SQL: what is written down of who leaves. */
export const anyDeparture = `(${departureKinds.map((kind) => `'${kind}'`).join(', ')})`;

/**
 * SQL: whoever's last posting before a day is `past` waits for another grid since: the grid was closed, and no departure is
 * written down.
 */
export const waitsSince = (past: string, day: string): string =>
  `(${endsWithGrid(past)} AND NOT EXISTS (SELECT 1 FROM personnel_action AS gone WHERE gone.worker_id = ${past}.worker_id
    AND gone.kind IN ${anyDeparture} AND gone.day BETWEEN ${past}.last_day AND ${day}))`;

const first = (row: Row): string => String(row.first_day ?? earliestDay);
const last = (row: Row): string => String(row.last_day ?? latestDay);

function spanOf(versions: readonly Row[]): Period | null {
  const [begin] = versions.map(first).sort();
  const end = versions.map(last).sort().at(-1);
  return begin === undefined || end === undefined ? null : { first: begin, last: end };
}

/** @param written rows of grid_version; a grid that is new or gone has nobody in it whose time it could have moved */
export function movedGrids(office: Reader, written: readonly Written[]): MovedGrid[] {
  const ids = new Set(written.flatMap(({ before }) => (before ? [Number(before.grid_id)] : [])));
  const rewritten = new Set(written.map(({ id }) => id));
  return [...ids].flatMap((gridId) => {
    const versions = office.db.prepare<[number], Row>('SELECT * FROM grid_version WHERE grid_id = ?').all(gridId);
    const untouched = versions.filter(({ id }) => !rewritten.has(Number(id)));
    const earlier = written.flatMap(({ before }) => (before?.grid_id === gridId ? [before] : []));
    const [before, after] = [spanOf([...untouched, ...earlier]), spanOf(versions)];
    return !before || !after || (before.first === after.first && before.last === after.last) ? [] : [{ gridId, before, after }];
  });
}

/** Lets postings that nobody ended end with their grid. @param which what of them is among the ids */
function bind(act: Ending, which: 'id' | 'grid_id', ids: readonly number[]): void {
  const found = act.office.db
    .prepare<{ ids: string }, { id: number; gridLast: string }>(
      `SELECT id, gridLast FROM (SELECT id, ifnull(first_day, '${earliestDay}') AS begun, ifnull(last_day, '${latestDay}') AS served,
         (SELECT max(ifnull(last_day, '${latestDay}')) FROM grid_version WHERE grid_version.grid_id = posting.grid_id) AS gridLast
         FROM posting WHERE ended IS NULL AND ${which} IN (SELECT value FROM json_each(@ids)))
       WHERE served <> gridLast AND begun <= gridLast ORDER BY id`,
    )
    .all({ ids: JSON.stringify(ids) });
  for (const { id, gridLast } of found) act.update('posting', id, { last_day: gridLast === latestDay ? null : gridLast });
}

/** Who was assigned to a grid that was to be closed serves on once it isn't; whom a closing would cut off is for `leftOutside`. */
export function serveOn(act: Ending, moved: readonly MovedGrid[]): null {
  const longer = moved.filter(({ before, after }) => after.last > before.last);
  bind(
    act,
    'grid_id',
    longer.map(({ gridId }) => gridId),
  );
  return null;
}

/** How many sentences, and how many names in each, a summary bears. */
const shownAtMost = 3;

/** 甲、乙、丙等 12 人 */
function namesOf(workers: ReadonlyMap<number, string>): string {
  const names = [...workers.values()];
  return names.length > shownAtMost ? `${names.slice(0, shownAtMost).join('、')}等 ${names.length} 人` : names.join('、');
}

/** What is told of a posting that nobody ended, where it ends otherwise than it did, or than an undo was to put it back; else null. */
function movedEnd({ before, after, meant }: Written, lastDay: string | null): string | null {
  const unended = [meant, after, before].filter((row) => row !== null && (row.ended ?? null) === null);
  const other = unended.find((row) => (row?.last_day ?? null) !== lastDay);
  if (other === undefined) return null;
  return lastDay === null ? `不再到 ${String(other?.last_day)} 为止` : `到网格停用的 ${lastDay} 为止`;
}

/**
 * A posting that an undo brings back, or opens again, lasts as long as its grid does by now.
 * @param written rows of posting
 * @returns in words whose end was moved by that, or with their grid; or null
 */
export function serveAsGrid(act: Ending, written: readonly Written[]): string | null {
  bind(
    act,
    'id',
    written.map(({ id }) => id),
  );
  type Bound = { workerId: number; worker: string; lastDay: string | null };
  const find = act.office.db.prepare<[number], Bound>(
    `SELECT worker.id AS workerId, worker.name AS worker, last_day AS lastDay FROM posting JOIN worker ON worker.id = worker_id
     WHERE posting.id = ? AND ended IS NULL`,
  );
  const told = new Map<string, Map<number, string>>();
  for (const row of written.toSorted((one, other) => one.id - other.id)) {
    const bound = find.get(row.id);
    const moved = bound && movedEnd(row, bound.lastDay);
    if (moved) told.set(moved, (told.get(moved) ?? new Map<number, string>()).set(bound.workerId, bound.worker));
  }
  const sentences = [...told].slice(0, shownAtMost).map(([moved, workers]) => `${namesOf(workers)}的任职${moved}`);
  const others = new Set([...told.values()].slice(shownAtMost).flatMap((workers) => [...workers.keys()]));
  if (others.size > 0) sentences.push(`另有 ${others.size} 人的任职也随网格变动`);
  return sentences.length > 0 ? sentences.join('，') : null;
}

type Outside = { worker: string; gridId: number; firstDay: string | null; served: string; gridFirst: string; gridLast: string };

/** SQL over the postings for which `condition` holds. */
const outside = (condition: string): string =>
  `SELECT * FROM (
     SELECT worker.name AS worker, posting.grid_id AS gridId, posting.first_day AS firstDay,
       ifnull(posting.first_day, '${earliestDay}') AS begun, ifnull(posting.last_day, '${latestDay}') AS served,
       (SELECT min(ifnull(first_day, '${earliestDay}')) FROM grid_version WHERE grid_version.grid_id = posting.grid_id) AS gridFirst,
       (SELECT max(ifnull(last_day, '${latestDay}')) FROM grid_version WHERE grid_version.grid_id = posting.grid_id) AS gridLast
     FROM posting JOIN worker ON worker.id = posting.worker_id WHERE ${condition})
   WHERE served > gridLast OR begun < gridFirst LIMIT 1`;

function outsideWords(office: Reader, { worker, gridId, firstDay, served, gridFirst, gridLast }: Outside): string {
  const grid = (day: string): string => `“${nameOn(office, gridVersions, gridId, day) ?? ''}”`;
  if (served > gridLast)
    return `${grid(gridLast)}用到 ${gridLast} 为止，${worker}的任职不能比它更晚结束。请核对日期，或先撤销网格的停用。`;
  return firstDay === null
    ? `${grid(gridFirst)}自 ${gridFirst} 才启用，${worker}的上岗日期不能是“不详”。请填写 ${gridFirst} 或以后的日期。`
    : `${grid(gridFirst)}自 ${gridFirst} 才启用，${worker}的任职不能从更早的 ${firstDay} 开始。请核对上岗日期。`;
}

/** New, or with another grid or period than before. */
const movedPostings = (written: readonly Written[]): string =>
  JSON.stringify(
    written
      .filter(
        ({ before, after }) =>
          after && ['worker_id', 'grid_id', 'first_day', 'last_day'].some((column) => before?.[column] !== after[column]),
      )
      .map(({ id }) => id),
  );

/** A posting lies within the time of its grid. @param written rows of posting @returns why not, or null */
export function outsideGrid(office: Reader, written: readonly Written[]): string | null {
  const found = office.db
    .prepare<[string], Outside>(outside('posting.id IN (SELECT value FROM json_each(?))'))
    .get(movedPostings(written));
  return found ? outsideWords(office, found) : null;
}

/** The same, where it was the grid whose time was cut. */
export function leftOutside(office: Reader, moved: readonly MovedGrid[]): string | null {
  const cut = moved.filter(({ before, after }) => after.first > before.first || after.last < before.last);
  const found = office.db
    .prepare<[string], Outside>(outside('posting.grid_id IN (SELECT value FROM json_each(?))'))
    .get(JSON.stringify(cut.map(({ gridId }) => gridId)));
  if (!found) return null;
  const { worker, gridId, served, gridLast } = found;
  if (served <= gridLast) return outsideWords(office, found);
  return servesOnWords(worker, nameOn(office, gridVersions, gridId, gridLast) ?? '', gridLast);
}

/** Why a grid can't be closed with a day. */
export const servesOnWords = (worker: string, grid: string, lastDay: string): string =>
  `${worker}在 ${lastDay} 以后仍在“${grid}”任职，不能停用。请先办理${worker}的调整或离岗。`;

/** Since nobody knows when, by the same worker, and no longer than before. */
const unknownAsBefore = ({ before, after }: Written): boolean =>
  before?.first_day === null && after?.first_day === null && before.worker_id === after.worker_id && last(after) <= last(before);

/**
 * Nobody serves on past a departure: whoever comes back begins after it. A first day that was unknown before is left alone where
 * nothing grows: older offices have people who came back nobody knows when.
 * @param written rows of posting
 */
export function acrossDeparture(office: Reader, written: readonly Written[]): string | null {
  const found = office.db
    .prepare<[string], Departure>(
      `SELECT worker.name, personnel_action.kind, personnel_action.day, posting.first_day AS firstDay
       FROM posting JOIN worker ON worker.id = posting.worker_id
       JOIN personnel_action ON personnel_action.worker_id = posting.worker_id AND personnel_action.kind IN ${anyDeparture}
         AND personnel_action.day >= ifnull(posting.first_day, '${earliestDay}')
         AND personnel_action.day < ifnull(posting.last_day, '${latestDay}')
       WHERE posting.id IN (SELECT value FROM json_each(?)) ORDER BY personnel_action.day LIMIT 1`,
    )
    .get(movedPostings(written.filter((row) => !unknownAsBefore(row))));
  return found ? departureWords(found) : null;
}

type Departure = { name: string; kind: ActionKind; day: string; firstDay: string | null };

/** Why somebody can't serve from a day on, or since nobody knows when. */
export const departureWords = ({ name, kind, day, firstDay }: Departure): string =>
  `${name}已登记 ${day} ${actionWords[kind]}，${firstDay === null ? '上岗日期不详' : `自 ${firstDay} 起`}的任职会越过这一天。请先撤销那次登记，或把上岗日期改到 ${day} 之后。`;

/** The same, where it was the departure that was written. @param written rows of personnel_action */
export function servedPast(office: Reader, written: readonly Written[]): string | null {
  const moved = written.filter(({ before, after }) => after && (before?.day !== after.day || before?.kind !== after.kind));
  const found = office.db
    .prepare<[string], { name: string; kind: ActionKind; day: string; gridId: number; firstDay: string | null }>(
      `SELECT worker.name, personnel_action.kind, personnel_action.day, posting.grid_id AS gridId, posting.first_day AS firstDay
       FROM personnel_action JOIN worker ON worker.id = personnel_action.worker_id
       JOIN posting ON posting.worker_id = personnel_action.worker_id
         AND ifnull(posting.first_day, '${earliestDay}') <= personnel_action.day AND ifnull(posting.last_day, '${latestDay}') > personnel_action.day
       WHERE personnel_action.id IN (SELECT value FROM json_each(?)) AND personnel_action.kind IN ${anyDeparture} LIMIT 1`,
    )
    .get(JSON.stringify(moved.map(({ id }) => id)));
  if (!found) return null;
  const { name, kind, day, gridId, firstDay } = found;
  const grid = nameOn(office, gridVersions, gridId, day) ?? '';
  return `${name}${firstDay === null ? '' : `自 ${firstDay} 起`}在“${grid}”任职，${day} 以后还没有结束，不能登记这一天${actionWords[kind]}。请先撤销或更正那段任职。`;
}
