// Writing postings and personnel actions, inside an act. A posting is never overwritten: it is opened, and closed with its last
// day. The schema refuses a second 专职网格员 of a grid, and a second grid of a worker that is no 兼任, and says in Chinese who
// stands in the way.
import { Refusal } from '../../../shared/refusal.ts';
import { earliestDay } from '../../../shared/rules/day.ts';
import type { ActionKind, FirstDayPrecision, PostingRole } from '../../../shared/roster/words.ts';
import type { Change } from '../../ground/office/office.ts';
import { columnsOf } from '../../kit/columns.ts';
import { endOf } from '../../kit/versions.ts';
import { gridName } from './grids.ts';
import { gridVersions } from './versions.ts';

export type NewPosting = {
  workerId: number;
  gridId: number;
  /** 专职网格员 when left out. */
  role?: PostingRole | undefined;
  /** 兼任: held beside another grid. */
  additional?: boolean | undefined;
  /** YYYY-MM-DD. With the precision 'month' the first of the month stands for it; with 'unknown' it is null. */
  firstDay: string | null;
  precision: FirstDayPrecision;
  /** What somebody decided; left out or null it goes on as long as its grid. */
  lastDay?: string | null | undefined;
  /** The personnel actions that began and ended it. */
  openedById?: number | null | undefined;
  closedById?: number | null | undefined;
  note?: string | null | undefined;
};

/**
 * @returns the posting's id
 * @throws Refusal naming who holds the grid or where the worker already serves in that time
 */
export function openPosting(change: Change, input: NewPosting): number {
  const { precision, role = 'worker', additional = false, lastDay: decided = null, ...rest } = input;
  if ((input.firstDay === null) !== (precision === 'unknown'))
    throw new TypeError('a posting has a first day unless it is unknown');
  const end = endOf(change.office, gridVersions, input.gridId);
  // Who would come only after the grid's end is refused by name at the end of the act.
  const lastDay = decided ?? (end !== null && end < (input.firstDay ?? earliestDay) ? null : end);
  const ended = decided === null ? null : true;
  return change.insert('posting', columnsOf({ ...rest, role, additional, firstDayPrecision: precision, lastDay, ended }));
}

/**
 * Ends a posting; its last day counts as served.
 * @throws Refusal when the day is before its first day, or when it has already ended earlier.
 */
export function closePosting(
  change: Change,
  input: { postingId: number; lastDay: string; closedById?: number | null | undefined },
): void {
  const { postingId, lastDay, closedById = null } = input;
  const posting = change.office.row('posting', postingId);
  if (!posting) throw new Refusal('这段任职已不存在，请刷新后再试。');
  const { first_day: began, last_day: ended } = posting;
  const where = (): string => `“${gridName(change, Number(posting.grid_id), typeof began === 'string' ? began : lastDay)}”`;
  const who = (): string => String(change.office.row('worker', Number(posting.worker_id))?.name ?? '');
  if (typeof began === 'string' && lastDay < began)
    throw new Refusal(`${who()}自 ${began} 才到${where()}上岗，结束日期 ${lastDay} 比这还早，请核对日期。`);
  if (typeof ended === 'string' && ended < lastDay)
    throw new Refusal(`${who()}在${where()}的任职已于 ${ended} 结束，不能改到更晚的 ${lastDay}。`);
  change.update('posting', postingId, { last_day: lastDay, ended: 1, closed_by_id: closedById });
}

export type NewAction = {
  workerId: number;
  kind: ActionKind;
  /** The day it takes effect: the first day in the new grid, the last day served by a leaver; null where nobody knows. */
  day: string | null;
  reason?: string | null | undefined;
  documentNumber?: string | null | undefined;
  handledBy?: string | null | undefined;
  note?: string | null | undefined;
};

/** Writes down a dated personnel action; it moves nobody by itself. @returns its id. */
export const recordAction = (change: Change, input: NewAction): number => change.insert('personnel_action', columnsOf(input));
