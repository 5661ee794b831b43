// The personnel acts as people know them: 录用, 调整, 辞退, 离职, 退休, and two workers changing places. Each is one act: it
// writes the dated action and opens and closes the postings that follow from it.
import type { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { dayBefore } from '../../../shared/rules/day.ts';
import type {
  assignSchema,
  correctPostingSchema,
  leaveSchema,
  swapSchema,
  transferSchema,
} from '../../../shared/roster/worker.ts';
import type { ActionKind } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { findPostingOfWorker, type OpenPosting } from './find.ts';
import { closePosting, openPosting, recordAction } from './postings.ts';

export const actionWords: Record<ActionKind, string> = {
  hire: '录用',
  transfer: '调整',
  dismissal: '辞退',
  resignation: '离职',
  retirement: '退休',
};

/** @throws Refusal when there is no such worker. */
export function workerName(office: Office, id: number): string {
  const name = office.prepare<[number], string>('SELECT name FROM worker WHERE id = ?').pluck().get(id);
  if (name === undefined) throw new Refusal('没有找到这名网格员，可能已被删除或撤销。请刷新列表。');
  return name;
}

/** The grid's name. @throws Refusal when it is gone, or doesn't exist on the day. */
function openGrid(office: Office, id: number, day: string): string {
  const grid = office
    .prepare<[number], { name: string; firstDay: string | null; lastDay: string | null }>(
      'SELECT name, first_day AS firstDay, last_day AS lastDay FROM grid WHERE id = ?',
    )
    .get(id);
  if (!grid) throw new Refusal('没有找到这个网格，可能已被删除或撤销。请刷新后重新选择。');
  if (grid.lastDay !== null) throw new Refusal(`“${grid.name}”自 ${grid.lastDay} 后停用，不能再安排网格员。请选择别的网格。`);
  if (grid.firstDay !== null && grid.firstDay > day)
    throw new Refusal(`“${grid.name}”自 ${grid.firstDay} 才启用，上岗日期不能早于这一天。`);
  return grid.name;
}

/** The posting that a worker serves in on a day and that nobody has yet decided to end. */
function servingPosting(office: Office, workerId: number, day: string): OpenPosting {
  const name = workerName(office, workerId);
  const posting = findPostingOfWorker(office, workerId, day);
  if (!posting) throw new Refusal(`${name}在 ${day} 没有在岗的网格，不能办理。请核对日期，或先指派网格。`);
  if (posting.lastDay !== null)
    throw new Refusal(`${name}的任职已登记到 ${posting.lastDay} 结束，不能重复办理。如需改变，请先撤销那次登记。`);
  return posting;
}

type Paper = {
  reason?: string | null | undefined;
  documentNumber?: string | null | undefined;
  handledBy?: string | null | undefined;
};
const paper = ({ reason, documentNumber, handledBy }: Paper): Paper => ({ reason, documentNumber, handledBy });

/** 录用 to a vacant grid. @returns the line the status bar shows. */
export function assign(office: Office, change: Change, input: z.infer<typeof assignSchema>): string {
  const name = workerName(office, input.workerId);
  const grid = openGrid(office, input.gridId, input.day);
  const openedById = recordAction(office, change, { workerId: input.workerId, kind: 'hire', day: input.day, ...paper(input) });
  openPosting(office, change, {
    workerId: input.workerId,
    gridId: input.gridId,
    firstDay: input.day,
    precision: input.precision,
    openedById,
  });
  return `录用${name}，上岗${grid}`;
}

/** 调整 to a vacant grid. */
export function transfer(office: Office, change: Change, input: z.infer<typeof transferSchema>): string {
  const { workerId, gridId, day } = input;
  const posting = servingPosting(office, workerId, day);
  const grid = openGrid(office, gridId, day);
  const name = workerName(office, workerId);
  if (posting.gridId === gridId) throw new Refusal(`${name}已经在“${grid}”任职，不用调整。`);
  const action = recordAction(office, change, { workerId, kind: 'transfer', day, ...paper(input) });
  closePosting(office, change, { postingId: posting.postingId, lastDay: dayBefore(day), closedById: action });
  openPosting(office, change, { workerId, gridId, firstDay: day, precision: 'day', openedById: action });
  return `调整${name}到${grid}`;
}

/** 辞退, 离职 or 退休: the posting ends with the day; who never had one just goes. */
export function leave(office: Office, change: Change, input: z.infer<typeof leaveSchema>): string {
  const { workerId, kind, day } = input;
  const summary = `记录${workerName(office, workerId)}${actionWords[kind]}`;
  const posting = neverServed(office, workerId) ? null : servingPosting(office, workerId, day);
  const closedById = recordAction(office, change, { workerId, kind, day, ...paper(input) });
  if (posting) closePosting(office, change, { postingId: posting.postingId, lastDay: day, closedById });
  return summary;
}

const neverServed = (office: Office, workerId: number): boolean =>
  office.prepare<[number], 1>(`SELECT 1 FROM posting WHERE worker_id = ? AND role = 'worker' LIMIT 1`).get(workerId) ===
  undefined;

/** Two workers change places. */
export function swap(office: Office, change: Change, input: z.infer<typeof swapSchema>): string {
  const { workerId, otherWorkerId, day } = input;
  if (workerId === otherWorkerId) throw new Refusal('请选择两名不同的网格员对调。');
  const postings = [workerId, otherWorkerId].map((id) => servingPosting(office, id, day));
  const actions = postings.map((posting) => {
    const action = recordAction(office, change, { workerId: posting.workerId, kind: 'transfer', day, ...paper(input) });
    closePosting(office, change, { postingId: posting.postingId, lastDay: dayBefore(day), closedById: action });
    return action;
  });
  for (const [index, posting] of postings.entries()) {
    const there = postings[1 - index];
    if (!there) throw new Error('a swap has two sides');
    openPosting(office, change, {
      workerId: posting.workerId,
      gridId: there.gridId,
      firstDay: day,
      precision: 'day',
      openedById: actions[index],
    });
  }
  return `${workerName(office, workerId)}与${workerName(office, otherWorkerId)}对调网格`;
}

/** A first day that was unknown or wrong; the action that began the posting takes the same day. */
export function correctPosting(office: Office, change: Change, input: z.infer<typeof correctPostingSchema>): string {
  const { postingId, firstDay, precision } = input;
  if ((firstDay === null) !== (precision === 'unknown')) throw new Refusal('请填写上岗日期，或选择“不详”。');
  const posting = office.row('posting', postingId);
  if (!posting) throw new Refusal('这段任职已不存在，请刷新后再试。');
  change.update('posting', postingId, { first_day: firstDay, first_day_precision: precision });
  const action = typeof posting.opened_by_id === 'number' ? office.row('personnel_action', posting.opened_by_id) : undefined;
  if (action?.kind === 'hire') change.update('personnel_action', Number(action.id), { day: firstDay });
  return `更正${workerName(office, Number(posting.worker_id))}的上岗日期`;
}
