// 更正上岗日期: a first day that was unknown or written down wrongly. The day belongs to an act, so everything the act did moves
// with it: of a transfer the posting that ended the day before, of a swap both sides with their four postings and two actions.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { dayBefore } from '../../../shared/rules/day.ts';
import type { correctPostingSchema } from '../../../shared/roster/worker.ts';
import type { Change } from '../../ground/office/office.ts';
import type { Row } from '../../ground/office/schema.ts';
import { refuseFarDay } from '../../kit/farDay.ts';
import { gridName } from './grids.ts';
import { workerName } from './personnelActs.ts';

const postingsBy = (change: Change, column: 'opened_by_id' | 'closed_by_id', action: number): Row[] =>
  change.office.prepare<[number], Row>(`SELECT * FROM posting WHERE ${column} = ? ORDER BY id`).all(action);

/**
 * The other half of a swap: a transfer of the same day by which somebody left the grid that was taken up here for the grid that
 * was left here.
 */
function otherHalf(change: Change, action: Row, opened: readonly Row[], closed: readonly Row[]): number | null {
  const [taken] = opened;
  const [left] = closed;
  if (!taken || !left) return null;
  const found = change.office
    .prepare<[number | string | null, number, number | string | null, number | string | null], number>(
      `SELECT other.id FROM personnel_action AS other
       JOIN posting AS gone ON gone.closed_by_id = other.id JOIN posting AS come ON come.opened_by_id = other.id
       WHERE other.kind = 'transfer' AND other.day IS ? AND other.id <> ? AND gone.grid_id = ? AND come.grid_id = ?`,
    )
    .pluck()
    .get(action.day ?? null, Number(action.id), taken.grid_id ?? null, left.grid_id ?? null);
  return found ?? null;
}

/** What began with the posting: its action, that of the other half of a swap, and the postings they opened and closed. */
function actOf(change: Change, posting: Row): { actions: Row[]; opened: Row[]; closed: Row[] } {
  const action =
    typeof posting.opened_by_id === 'number' ? change.office.row('personnel_action', posting.opened_by_id) : undefined;
  if (!action) return { actions: [], opened: [posting], closed: [] };
  const opened = postingsBy(change, 'opened_by_id', Number(action.id));
  const closed = postingsBy(change, 'closed_by_id', Number(action.id));
  const other = action.kind === 'transfer' ? otherHalf(change, action, opened, closed) : null;
  const half = other === null ? undefined : change.office.row('personnel_action', other);
  if (!half) return { actions: [action], opened, closed };
  return {
    actions: [action, half],
    opened: [...opened, ...postingsBy(change, 'opened_by_id', Number(half.id))],
    closed: [...closed, ...postingsBy(change, 'closed_by_id', Number(half.id))],
  };
}

/**
 * States a posting's first day anew, with all that its act did.
 * @returns the names of whose postings began with it
 * @throws Refusal where a posting would end before it began, or overlap somebody else's
 */
export function stateFirstDay(change: Change, input: z.infer<typeof correctPostingSchema>): string[] {
  const { postingId, firstDay, precision } = input;
  if ((firstDay === null) !== (precision === 'unknown')) throw new Refusal('请填写上岗日期，或选择“不详”。');
  if (firstDay !== null) refuseFarDay(change.today, firstDay, '上岗日期');
  const posting = change.office.row('posting', postingId);
  if (!posting) throw new Refusal('这段任职已不存在，请刷新后再试。');
  const { actions, opened, closed } = actOf(change, posting);
  if (firstDay === null && closed.length > 0)
    throw new Refusal('这是从别的网格调整过来的，原网格的任职就在前一天结束，所以日期不能改成“不详”。');
  for (const { last_day: ended, worker_id: workerId, grid_id: gridId } of opened)
    if (firstDay !== null && typeof ended === 'string' && ended < firstDay)
      throw new Refusal(
        `${workerName(change.office, Number(workerId))}在“${gridName(change, Number(gridId), ended)}”的任职到 ${ended} 为止，上岗日期 ${firstDay} 不能比它晚。请核对日期。`,
      );
  const begin = (): void => {
    for (const { id } of opened) change.update('posting', Number(id), { first_day: firstDay, first_day_precision: precision });
  };
  const end = (): void => {
    for (const { id, first_day: began, worker_id: workerId, grid_id: gridId } of firstDay === null ? [] : closed) {
      const lastDay = dayBefore(String(firstDay));
      if (typeof began === 'string' && lastDay < began)
        throw new Refusal(
          `${workerName(change.office, Number(workerId))}自 ${began} 才到“${gridName(change, Number(gridId), began)}”上岗，不能在 ${String(firstDay)} 就调走。请核对日期。`,
        );
      change.update('posting', Number(id), { last_day: lastDay });
    }
  };
  // Whichever makes room for the other comes first.
  const later = firstDay !== null && typeof posting.first_day === 'string' && firstDay > posting.first_day;
  for (const step of later ? [begin, end] : [end, begin]) step();
  for (const { id } of actions) change.update('personnel_action', Number(id), { day: firstDay });
  return [...new Set(opened.map(({ worker_id: workerId }) => workerName(change.office, Number(workerId))))];
}

export function correctPosting(change: Change, input: z.infer<typeof correctPostingSchema>): void {
  const names = stateFirstDay(change, input);
  change.say(names.length > 1 ? `更正${names.join('与')}对调网格的日期` : `更正${names.join('')}的上岗日期`);
}
