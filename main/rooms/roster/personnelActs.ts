// The personnel acts as people know them: 录用, 兼任, 调整, 辞退, 离职, 退休, and two workers changing places. Each is one act: it
// writes the dated action and opens and closes the postings that follow from it.
import { z } from 'zod';
import { Refusal } from '../../../shared/refusal.ts';
import { dayBefore, latestDay } from '../../../shared/rules/day.ts';
import type { assignSchema, endPostingSchema, leaveSchema, swapSchema, transferSchema } from '../../../shared/roster/worker.ts';
import { type ActionKind, actionWords, postingRoles, postingRoleWords } from '../../../shared/roster/words.ts';
import type { Change, Office } from '../../ground/office/office.ts';
import { refuseFarDay } from '../../kit/farDay.ts';
import { versionOn, versionsOf } from '../../kit/versions.ts';
import { endsAsItsGrid, findPostingsOfWorker, type OpenPosting, waitsForGrid } from './find.ts';
import { gridName } from './grids.ts';
import { anyDeparture, endsWithGrid } from './postingBounds.ts';
import { closePosting, openPosting, recordAction } from './postings.ts';
import { gridVersions } from './versions.ts';

/** @throws Refusal when there is no such worker. */
export function workerName(office: Office, id: number): string {
  const name = office.prepare<[number], string>('SELECT name FROM worker WHERE id = ?').pluck().get(id);
  if (name === undefined) throw new Refusal('没有找到这名网格员，可能已被删除或撤销。请刷新列表。');
  return name;
}

/**
 * A grid that somebody may be posted to from a day on.
 * @returns its name of that day, and its last day where it is going to be closed
 * @throws Refusal when it is gone, or isn't there on the day
 */
function openGrid(change: Change, id: number, day: string): { name: string; lastDay: string | null } {
  const versions = versionsOf(change.office, gridVersions, id);
  const [first] = versions;
  const last = versions.at(-1);
  if (!first || !last) throw new Refusal('没有找到这个网格，可能已被删除或撤销。请刷新后重新选择。');
  const present = versionOn(change.office, gridVersions, id, day);
  const lastDay = typeof last.last_day === 'string' ? last.last_day : null;
  if (present) return { name: String(present.name), lastDay };
  if (typeof first.first_day === 'string' && first.first_day > day)
    throw new Refusal(`“${String(first.name)}”自 ${first.first_day} 才启用，上岗日期不能早于这一天。`);
  throw new Refusal(`“${String(last.name)}”用到 ${lastDay ?? ''} 为止，${day} 起不能再安排网格员。请选择别的网格。`);
}

/** How a posting to a grid that is going to be closed is told. */
const until = (lastDay: string | null): string => (lastDay === null ? '' : `，任职到网格停用的 ${lastDay} 为止`);

/**
 * The posting that a worker serves in on a day and that nobody has yet decided to end.
 * @param postingId which, where the worker holds several grids
 */
function servingPosting(change: Change, workerId: number, day: string, postingId?: number): OpenPosting {
  const name = workerName(change.office, workerId);
  const serving = findPostingsOfWorker(change.office, workerId, day);
  const posting = postingId === undefined ? serving[0] : serving.find((one) => one.postingId === postingId);
  if (!posting) refuseLeavingTwice(change.office, name, workerId, day, '不能再办理变动');
  if (!posting) throw new Refusal(`${name}在 ${day} 没有在岗的网格，不能办理。请核对日期，或先指派网格。`);
  if (postingId === undefined && serving.length > 1) {
    const grids = serving.map(({ gridId }) => `“${gridName(change, gridId, day)}”`).join('、');
    throw new Refusal(`${name}在 ${day} 同时负责${grids}，请选择这次办理的是哪一个网格。`);
  }
  refuseEnding(name, posting);
  return posting;
}

function refuseEnding(name: string, { lastDay, endsWithGrid: withGrid }: OpenPosting): void {
  if (lastDay !== null && withGrid === 0)
    throw new Refusal(`${name}的任职已登记到 ${lastDay} 结束，不能重复办理。如需改变，请先撤销那次登记。`);
}

type Paper = {
  reason?: string | null | undefined;
  documentNumber?: string | null | undefined;
  handledBy?: string | null | undefined;
};
const paper = ({ reason, documentNumber, handledBy }: Paper): Paper => ({ reason, documentNumber, handledBy });

/** 录用 to a vacant grid; 兼任 of another grid beside the present one; or any other role in a grid. */
export function assign(change: Change, input: z.input<typeof assignSchema>): void {
  const { workerId, gridId, day, role = 'worker', additional = false, precision = 'day' } = input;
  refuseFarDay(change.today, day, '上岗日期');
  const name = workerName(change.office, workerId);
  const grid = openGrid(change, gridId, day);
  const serving = findPostingsOfWorker(change.office, workerId, day);
  if (additional && (role !== 'worker' || serving.length === 0))
    throw new Refusal(
      role === 'worker'
        ? `${name}在 ${day} 没有别的网格，这不是兼任。请不要勾选“兼任”。`
        : `“兼任”只用于同时负责两个网格的专职网格员。${postingRoleWords[role]}不用勾选。`,
    );
  const waiting = serving.length === 0 && waitsForGrid(change.office, workerId, day);
  // Who is made 网格长 and the like is neither taken on nor moved.
  const kind = serving.length > 0 || waiting ? 'transfer' : 'hire';
  const openedById = role === 'worker' ? recordAction(change, { workerId, kind, day, ...paper(input) }) : null;
  openPosting(change, { workerId, gridId, role, additional, firstDay: day, precision, openedById });
  const what =
    role !== 'worker'
      ? `${name}任${grid.name}${postingRoleWords[role]}`
      : additional
        ? `${name}兼任${grid.name}`
        : waiting
          ? `安排${name}到${grid.name}`
          : `录用${name}，上岗${grid.name}`;
  change.say(what + until(grid.lastDay));
}

/** 调整 to a vacant grid. */
export function transfer(change: Change, input: z.infer<typeof transferSchema>): void {
  const { workerId, gridId, day } = input;
  refuseFarDay(change.today, day, '调整日期');
  const posting = servingPosting(change, workerId, day, input.postingId);
  const grid = openGrid(change, gridId, day);
  const name = workerName(change.office, workerId);
  if (posting.gridId === gridId) throw new Refusal(`${name}已经在“${grid.name}”任职，不用调整。`);
  const openedById = recordAction(change, { workerId, kind: 'transfer', day, ...paper(input) });
  closePosting(change, { postingId: posting.postingId, lastDay: dayBefore(day), closedById: openedById });
  openPosting(change, {
    workerId,
    gridId,
    additional: posting.additional === 1,
    firstDay: day,
    precision: 'day',
    openedById,
  });
  change.say(`调整${name}到${grid.name}${until(grid.lastDay)}`);
}

type Ahead = { id: number; gridId: number; firstDay: string | null };

/** Every posting of whatever role that would go on after a day, or only begin then, or end on it with its grid. */
const goingOn = (office: Office, workerId: number, day: string): Ahead[] =>
  office
    .prepare<{ workerId: number; day: string }, Ahead>(
      `SELECT id, grid_id AS gridId, first_day AS firstDay FROM posting
       WHERE worker_id = @workerId
       AND (ifnull(last_day, '${latestDay}') > @day OR last_day = @day AND ${endsWithGrid('posting')}) ORDER BY id`,
    )
    .all({ workerId, day });

/** 辞退, 离职 or 退休: every posting ends with the day; who never had one just goes. */
export function leave(change: Change, input: z.infer<typeof leaveSchema>): void {
  const { workerId, kind, day } = input;
  refuseFarDay(change.today, day, `${actionWords[kind]}日期`);
  const name = workerName(change.office, workerId);
  const serving = findPostingsOfWorker(change.office, workerId, day);
  for (const posting of serving) refuseEnding(name, posting);
  refuseLeavingTwice(change.office, name, workerId, day);
  if (serving.length === 0 && !neverServed(change.office, workerId) && !waitsForGrid(change.office, workerId, day))
    throw new Refusal(`${name}在 ${day} 没有在岗的网格，不能办理。请核对日期，或先指派网格。`);
  const ahead = goingOn(change.office, workerId, day);
  const planned = ahead.find(({ firstDay }) => firstDay !== null && firstDay > day);
  if (planned)
    throw new Refusal(
      `${name}已登记自 ${planned.firstDay} 起到“${gridName(change, planned.gridId, planned.firstDay ?? day)}”任职，不能在 ${day} 离岗。请先撤销那次登记。`,
    );
  const closedById = recordAction(change, { workerId, kind, day, ...paper(input) });
  for (const { id: postingId } of ahead) closePosting(change, { postingId, lastDay: day, closedById });
  change.say(`记录${name}${actionWords[kind]}`);
}

/** Nobody goes twice: after a departure only who has come back since can leave, and never before a departure still to come. */
function refuseLeavingTwice(office: Office, name: string, workerId: number, day: string, what = '不能重复办理离岗'): void {
  const gone = office
    .prepare<{ workerId: number; day: string }, { kind: ActionKind; day: string }>(
      `SELECT kind, day FROM personnel_action AS gone WHERE worker_id = @workerId AND kind IN ${anyDeparture}
       AND (day >= @day OR NOT EXISTS (SELECT 1 FROM posting WHERE worker_id = @workerId AND role = 'worker'
         AND ifnull(last_day, '${latestDay}') > gone.day)) ORDER BY day DESC LIMIT 1`,
    )
    .get({ workerId, day });
  if (gone) throw new Refusal(`${name}已登记 ${gone.day} ${actionWords[gone.kind]}，${what}。如需改变，请先撤销那次登记。`);
}

const neverServed = (office: Office, workerId: number): boolean =>
  office.prepare<[number], 1>(`SELECT 1 FROM posting WHERE worker_id = ? AND role = 'worker' LIMIT 1`).get(workerId) ===
  undefined;

/** 结束兼任 or another role: that one posting ends with the day, the others go on. */
export function endPosting(change: Change, input: z.infer<typeof endPostingSchema>): void {
  const { postingId, day } = input;
  refuseFarDay(change.today, day, '结束日期');
  const posting = change.office.row('posting', postingId);
  if (!posting) throw new Refusal('这段任职已不存在，请刷新后再试。');
  const workerId = Number(posting.worker_id);
  const name = workerName(change.office, workerId);
  const grid = gridName(change, Number(posting.grid_id), day);
  const role = z.enum(postingRoles).parse(posting.role);
  if (role === 'worker' && posting.additional === 0)
    throw new Refusal(`“${grid}”是${name}的本职网格。要离开它，请办理离岗或调整。`);
  const { last_day: lastDay } = posting;
  if (typeof lastDay === 'string' && (day >= lastDay || !endsAsItsGrid(change.office, postingId)))
    throw new Refusal(`${name}在“${grid}”的这段任职已登记到 ${lastDay} 结束，不能重复办理。如需改变，请先撤销那次登记。`);
  const closedById = role === 'worker' ? recordAction(change, { workerId, kind: 'transfer', day, ...paper(input) }) : null;
  closePosting(change, { postingId, lastDay: day, closedById });
  change.say(role === 'worker' ? `结束${name}兼任${grid}` : `结束${name}的${grid}${postingRoleWords[role]}身份`);
}

/** Two workers change places. */
export function swap(change: Change, input: z.infer<typeof swapSchema>): void {
  const { workerId, otherWorkerId, day } = input;
  refuseFarDay(change.today, day, '对调日期');
  if (workerId === otherWorkerId) throw new Refusal('请选择两名不同的网格员对调。');
  const own = servingPosting(change, workerId, day, input.postingId);
  const other = servingPosting(change, otherWorkerId, day, input.otherPostingId);
  const actionOf = (posting: OpenPosting): number => {
    const action = recordAction(change, { workerId: posting.workerId, kind: 'transfer', day, ...paper(input) });
    closePosting(change, { postingId: posting.postingId, lastDay: dayBefore(day), closedById: action });
    return action;
  };
  const actions = [actionOf(own), actionOf(other)] as const;
  const moveTo = (posting: OpenPosting, there: OpenPosting, openedById: number): void => {
    const { workerId: mover, additional } = posting;
    const { gridId } = there;
    openGrid(change, gridId, day);
    openPosting(change, { workerId: mover, gridId, additional: additional === 1, firstDay: day, precision: 'day', openedById });
  };
  moveTo(own, other, actions[0]);
  moveTo(other, own, actions[1]);
  change.say(`${workerName(change.office, workerId)}与${workerName(change.office, otherWorkerId)}对调网格`);
}
