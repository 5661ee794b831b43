// Writing postings and personnel actions, inside an act. A posting is never overwritten: it is opened, and closed with its last
// day. The schema refuses two postings of a grid or of a worker at one time, and says in Chinese who holds it.
import { Refusal } from '../../../shared/refusal.ts';
import type { ActionKind, FirstDayPrecision } from '../../../shared/roster/words.ts';
import type { Change, Office, Row } from '../../ground/office/office.ts';
import { columnsOf } from '../../kit/columns.ts';

export type NewPosting = {
  workerId: number;
  gridId: number;
  /** YYYY-MM-DD. With the precision 'month' the first of the month stands for it; with 'unknown' it is null. */
  firstDay: string | null;
  precision: FirstDayPrecision;
  /** Only for a posting of the past; left out it goes on. */
  lastDay?: string | null | undefined;
  /** The personnel actions that began and ended it. */
  openedById?: number | null | undefined;
  closedById?: number | null | undefined;
  note?: string | null | undefined;
};

/** @returns the posting's id. @throws Refusal naming who holds the grid, or where the worker already serves, in that time. */
export function openPosting(_office: Office, change: Change, input: NewPosting): number {
  const { precision, ...rest } = input;
  if ((input.firstDay === null) !== (precision === 'unknown'))
    throw new TypeError('a posting has a first day unless it is unknown');
  return change.insert('posting', columnsOf({ ...rest, role: 'worker', firstDayPrecision: precision }));
}

/**
 * Ends a posting; its last day counts as served.
 * @throws Refusal when the day is before its first day, or when it has already ended earlier.
 */
export function closePosting(
  office: Office,
  change: Change,
  input: { postingId: number; lastDay: string; closedById?: number | null | undefined },
): void {
  const posting = office
    .prepare<[number], Row & { worker: string; grid: string }>(
      `SELECT posting.first_day, posting.last_day, worker.name AS worker, grid.name AS grid FROM posting
       JOIN worker ON worker.id = posting.worker_id JOIN grid ON grid.id = posting.grid_id WHERE posting.id = ?`,
    )
    .get(input.postingId);
  if (!posting) throw new Refusal('这段任职已不存在，请刷新后再试。');
  const { first_day: firstDay, last_day: lastDay, worker, grid } = posting;
  if (typeof firstDay === 'string' && input.lastDay < firstDay)
    throw new Refusal(`${worker}自 ${firstDay} 才到“${grid}”上岗，结束日期 ${input.lastDay} 比这还早，请核对日期。`);
  if (typeof lastDay === 'string' && lastDay < input.lastDay)
    throw new Refusal(`${worker}在“${grid}”的任职已于 ${lastDay} 结束，不能改到更晚的 ${input.lastDay}。`);
  change.update('posting', input.postingId, { last_day: input.lastDay, closed_by_id: input.closedById ?? null });
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
export const recordAction = (_office: Office, change: Change, input: NewAction): number =>
  change.insert('personnel_action', columnsOf(input));
