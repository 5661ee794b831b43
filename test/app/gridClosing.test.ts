// A grid that is going to be closed, and the people in it: their last day is the grid's, nobody's decision about them. Through the
// whole handler.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disagreements } from '../harness/oracle.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

const lastDay = '2026-12-31';
let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
let roster: typeof program.caller.roster;
let closing: number;
beforeEach(async () => {
  program = openProgram();
  street = makeStreet(program.office());
  ({ roster } = program.caller);
  closing = (await roster.grids.close({ id: street.grids.second, lastDay })).changeSetId ?? 0;
  await roster.workers.assign({ workerId: street.workers.idle, gridId: street.grids.second, day: testDay });
});
afterEach(() => program.close());

const audit = () => program.caller.audit;
const idle = () => street.workers.idle;
const on = async (day: string) => {
  const { status, gridName, postings } = await roster.workers.get({ id: idle(), asOf: day });
  return { status, gridName, until: postings.find(({ gridId }) => gridId === street.grids.second)?.lastDay ?? null };
};
const latest = async () => (await audit().latest()).act?.summary;

test('whoever was assigned until then serves on when the closing is taken back, and that is said; redone, all is as before', async () => {
  const before = dump(program.office());
  const { changeSetId, summary } = await audit().undo({ changeSetId: closing });
  expect(summary).toBe('撤销：停用网格 东岭第二网格（用到 2026-12-31）（周未安的任职不再到 2026-12-31 为止）');
  expect((await audit().list({})).rows[0]?.summary).toBe(summary);
  expect(await on('2027-06-01')).toEqual({ status: 'onDuty', gridName: '东岭第二网格', until: null });
  await audit().undo({ changeSetId });
  expect(dump(program.office())).toEqual(before);
});

test('who has another grid from the day after, or goes then, stands in the way of taking it back, by name', async () => {
  await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: testDay });
  const { changeSetId } = await roster.workers.assign({ workerId: idle(), gridId: street.grids.village, day: '2027-01-01' });
  expect(await latest()).toBe('安排周未安到东岭第一网格');
  expect((await roster.workers.get({ id: idle(), asOf: '2027-01-01' })).actions[0]).toMatchObject({ kind: 'transfer' });
  await expect(audit().undo({ changeSetId: closing })).rejects.toThrow('周未安自 2027-01-01 起在“东岭第一网格”任职');
  await audit().undo({ changeSetId: changeSetId ?? 0 });
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2027-01-10' });
  const before = dump(program.office());
  await expect(audit().undo({ changeSetId: closing })).rejects.toThrow('周未安已登记 2027-01-10 离职');
  expect(dump(program.office())).toEqual(before);
});

test('a 网格长 who was made so until then goes on too; one whose role was ended on that very day does not', async () => {
  await audit().undo({ changeSetId: closing });
  const { wang, zhao } = street.workers;
  const lead = (workerId: number) =>
    roster.workers.assign({ workerId, gridId: street.grids.second, day: testDay, role: 'leader' });
  const leaderOf = async (id: number) =>
    (await roster.workers.get({ id, asOf: testDay })).postings.find(({ role }) => role === 'leader');
  await lead(wang);
  await roster.workers.endPosting({ postingId: (await leaderOf(wang))?.id ?? 0, day: lastDay });
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-31' });
  const { changeSetId } = await roster.grids.close({ id: street.grids.second, lastDay });
  await lead(zhao);
  await audit().undo({ changeSetId: changeSetId ?? 0 });
  expect([(await leaderOf(wang))?.lastDay, (await leaderOf(zhao))?.lastDay]).toEqual([lastDay, null]);
});

test('until then they can go, be moved and swap like anybody; afterwards they wait for a grid and have not left', async () => {
  expect(await on(testDay)).toMatchObject({ status: 'onDuty', until: lastDay });
  expect(await on('2027-01-01')).toEqual({ status: 'unassigned', gridName: null, until: lastDay });
  const { workers, grids } = street;
  await roster.workers.swap({ workerId: idle(), otherWorkerId: workers.zhao, day: '2026-10-01' });
  expect(await on('2027-01-01')).toMatchObject({ status: 'onDuty', gridName: '东岭第一网格' });
  const zhao = await roster.workers.get({ id: workers.zhao, asOf: '2026-10-01' });
  expect(zhao.postings[0]).toMatchObject({ gridId: grids.second, lastDay, endsWithGrid: true });
  await roster.workers.leave({ workerId: workers.zhao, kind: 'resignation', day: lastDay });
  expect((await roster.workers.get({ id: workers.zhao, asOf: testDay })).status).toBe('onDuty');
  expect((await roster.workers.get({ id: workers.zhao, asOf: '2026-10-01' })).status).toBe('leaving');
  expect((await roster.workers.get({ id: workers.zhao, asOf: '2027-01-01' })).status).toBe('left');
  await expect(roster.workers.leave({ workerId: workers.zhao, kind: 'dismissal', day: '2026-11-30' })).rejects.toThrow(
    `任职已登记到 ${lastDay} 结束，不能重复办理`,
  );
});

test('who waits can be registered as gone, once', async () => {
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2027-01-15' });
  expect(await on('2027-01-10')).toMatchObject({ status: 'unassigned' });
  expect(await on('2027-01-15')).toMatchObject({ status: 'left', gridName: '东岭第二网格' });
  await expect(roster.workers.leave({ workerId: idle(), kind: 'dismissal', day: '2027-01-10' })).rejects.toThrow(
    '周未安已登记 2027-01-15 离职，不能重复办理离岗',
  );
});

test('a 兼任 in it is ended before, or ends with it', async () => {
  const { wang } = street.workers;
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: testDay });
  await roster.workers.assign({ workerId: wang, gridId: street.grids.second, day: '2026-10-01', additional: true });
  const [, additional] = (await roster.workers.get({ id: wang, asOf: '2026-10-01' })).postings.toSorted(
    (a, b) => Number(a.additional) - Number(b.additional),
  );
  const end = (day: string) => roster.workers.endPosting({ postingId: additional?.id ?? 0, day });
  await expect(end(lastDay)).rejects.toThrow(`已登记到 ${lastDay} 结束`);
  await end('2026-10-31');
  await expect(end('2026-10-15')).rejects.toThrow('已登记到 2026-10-31 结束');
});

test('doing a departure again does not go across a posting that was written since', async () => {
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: testDay });
  const fresh = (await roster.workers.add({ worker: { name: '何来英' }, posting: null })).id;
  const gone = await roster.workers.leave({ workerId: fresh, kind: 'resignation', day: '2026-10-10' });
  const { changeSetId } = await audit().undo({ changeSetId: gone.changeSetId ?? 0 });
  await roster.workers.assign({ workerId: fresh, gridId: street.grids.second, day: '2026-10-01' });
  const before = dump(program.office());
  await expect(audit().undo({ changeSetId })).rejects.toThrow(
    '何来英自 2026-10-01 起在“东岭第二网格”任职，2026-10-10 以后还没有结束，不能登记这一天离职',
  );
  expect(dump(program.office())).toEqual(before);
});

/** The posting in the grid that was to be closed, whoever it is. */
const postingOf = async (id: number, role = 'worker') =>
  (await roster.workers.get({ id, asOf: testDay })).postings.find(
    (one) => one.role === role && one.gridId === street.grids.second,
  );

describe('a posting that comes back after the closing was taken back goes on with the grid', () => {
  test('from a departure', async () => {
    const gone = await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
    await audit().undo({ changeSetId: closing });
    const { summary } = await audit().undo({ changeSetId: gone.changeSetId ?? 0 });
    expect(summary).toBe(`撤销：记录周未安离职（周未安的任职不再到 ${lastDay} 为止）`);
    expect(await on('2027-06-01')).toEqual({ status: 'onDuty', gridName: '东岭第二网格', until: null });
  });

  test('from another grid, until the day on which it is closed by now', async () => {
    await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: testDay });
    const moved = await roster.workers.transfer({ workerId: idle(), gridId: street.grids.village, day: '2026-10-10' });
    await audit().undo({ changeSetId: closing });
    await roster.grids.close({ id: street.grids.second, lastDay: '2026-11-30' });
    const { summary } = await audit().undo({ changeSetId: moved.changeSetId ?? 0 });
    expect(summary).toBe('撤销：调整周未安到东岭第一网格（周未安的任职到网格停用的 2026-11-30 为止）');
    expect(await on('2026-11-30')).toMatchObject({ status: 'onDuty', until: '2026-11-30' });
    expect(await on('2026-12-01')).toMatchObject({ status: 'unassigned' });
  });

  test('done again; and not at all where it would begin only after its grid', async () => {
    await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
    const late = await roster.workers.assign({ workerId: street.workers.left, gridId: street.grids.second, day: '2026-12-05' });
    const undone = await audit().undo({ changeSetId: late.changeSetId ?? 0 });
    await audit().undo({ changeSetId: closing });
    const { changeSetId } = await audit().undo({ changeSetId: undone.changeSetId });
    expect((await postingOf(street.workers.left))?.lastDay).toBe(null);
    await audit().undo({ changeSetId });
    await roster.grids.close({ id: street.grids.second, lastDay: '2026-11-30' });
    await expect(audit().undo({ changeSetId: undone.changeSetId })).rejects.toThrow(
      '“东岭第二网格”用到 2026-11-30 为止，孙立国的任职不能比它更晚结束',
    );
  });

  test('and not into what somebody else holds since, by name', async () => {
    const gone = await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
    await audit().undo({ changeSetId: closing });
    await roster.workers.assign({ workerId: street.workers.left, gridId: street.grids.second, day: '2026-12-05' });
    await expect(audit().undo({ changeSetId: gone.changeSetId ?? 0 })).rejects.toThrow(
      '“东岭第二网格”自 2026-12-05 起由孙立国任职，同一时间不能再安排别人。请先撤销或调整孙立国的这段任职',
    );
  });
});

test('the closing, done again, says who ends with it; what somebody did in it can be taken back whatever became of the closing', async () => {
  const { changeSetId: assigned } = await roster.workers.assign({
    workerId: street.workers.wang,
    gridId: street.grids.second,
    day: testDay,
    role: 'helper',
  });
  const { changeSetId: undone } = await audit().undo({ changeSetId: closing });
  const { summary, changeSetId: redone } = await audit().undo({ changeSetId: undone });
  expect(summary).toBe('重做：停用网格 东岭第二网格（用到 2026-12-31）（周未安、王秀英的任职到网格停用的 2026-12-31 为止）');
  const { changeSetId: gone } = await audit().undo({ changeSetId: assigned ?? 0 });
  await audit().undo({ changeSetId: redone });
  expect((await postingOf(idle()))?.lastDay).toBe(null);
  await audit().undo({ changeSetId: gone });
  expect((await postingOf(street.workers.wang, 'helper'))?.lastDay).toBe(null);
  await audit().undo({ changeSetId: assigned ?? 0 });
  expect(await postingOf(street.workers.wang, 'helper')).toBeUndefined();
});

test('a role that somebody ended on the day of a closing stays ended, also where it was given under an earlier one', async () => {
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-31' });
  await roster.workers.assign({ workerId: street.workers.wang, gridId: street.grids.second, day: testDay, role: 'leader' });
  await audit().undo({ changeSetId: closing });
  await roster.workers.endPosting({ postingId: (await postingOf(street.workers.wang, 'leader'))?.id ?? 0, day: lastDay });
  const { changeSetId } = await roster.grids.close({ id: street.grids.second, lastDay });
  expect(await postingOf(street.workers.wang, 'leader')).toMatchObject({ lastDay, endsWithGrid: false });
  const { summary } = await audit().undo({ changeSetId: changeSetId ?? 0 });
  expect(summary).toBe('撤销：停用网格 东岭第二网格（用到 2026-12-31）');
  expect(await postingOf(street.workers.wang, 'leader')).toMatchObject({ lastDay, endsWithGrid: false });
});

test('nor does the closing, taken back, let somebody serve past a departure whose first day nobody knows', async () => {
  const { id: gridId } = await roster.grids.add({ placeId: street.places.village, name: '东岭第三网格' });
  const { changeSetId } = await roster.grids.close({ id: gridId, lastDay });
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
  const { id } = await roster.workers.add({ worker: { name: '何来英' }, posting: { gridId, day: testDay } });
  const postingId = (await roster.workers.get({ id, asOf: testDay })).postings[0]?.id ?? 0;
  await roster.workers.correctPosting({ postingId, firstDay: null, precision: 'unknown' });
  await roster.workers.leave({ workerId: id, kind: 'resignation', day: '2027-01-15' });
  await expect(audit().undo({ changeSetId: changeSetId ?? 0 })).rejects.toThrow(
    '何来英已登记 2027-01-15 离职，上岗日期不详的任职',
  );
});

describe('what was ended by a decision, and comes back where the grid ends by now, fits without asking anybody to go', () => {
  const closeSecond = async (day: string) =>
    (await roster.grids.close({ id: street.grids.second, lastDay: day })).changeSetId ?? 0;

  test('the closing is done again though a first day was corrected in between', async () => {
    const { changeSetId } = await audit().undo({ changeSetId: closing });
    const posting = await postingOf(idle());
    await roster.workers.correctPosting({ postingId: posting?.id ?? 0, firstDay: '2026-09-20', precision: 'day' });
    const { summary } = await audit().undo({ changeSetId });
    expect(summary).toBe(`重做：停用网格 东岭第二网格（用到 ${lastDay}）（周未安的任职到网格停用的 ${lastDay} 为止）`);
    expect(await postingOf(idle())).toMatchObject({ firstDay: '2026-09-20', lastDay, endsWithGrid: true });
    expect(disagreements(program.office())).toEqual([]);
  });

  test('a departure is taken back where the next grid begins the day after the closing', async () => {
    await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: testDay });
    await audit().undo({ changeSetId: closing });
    const gone = await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
    await closeSecond('2026-11-30');
    // A return: it begins after the departure.
    await roster.workers.assign({ workerId: idle(), gridId: street.grids.village, day: '2026-12-01' });
    const before = dump(program.office());
    const { summary, changeSetId } = await audit().undo({ changeSetId: gone.changeSetId ?? 0 });
    expect(summary).toBe('撤销：记录周未安离职（周未安的任职到网格停用的 2026-11-30 为止）');
    expect(await on('2026-11-30')).toMatchObject({ status: 'onDuty', gridName: '东岭第二网格', until: '2026-11-30' });
    expect(await on('2026-12-01')).toMatchObject({ status: 'onDuty', gridName: '东岭第一网格' });
    await audit().undo({ changeSetId });
    expect(dump(program.office())).toEqual(before);
  });

  test('an assignment is done again where the next grid begins the day after the closing', async () => {
    const assigned = (await audit().latest()).act?.id ?? 0;
    await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: testDay });
    await audit().undo({ changeSetId: closing });
    const undone = await audit().undo({ changeSetId: assigned });
    await closeSecond('2026-11-30');
    await roster.workers.assign({ workerId: idle(), gridId: street.grids.village, day: '2026-12-01' });
    await audit().undo({ changeSetId: undone.changeSetId });
    expect(await on('2026-11-30')).toMatchObject({ gridName: '东岭第二网格', until: '2026-11-30' });
    expect(await on('2026-12-01')).toMatchObject({ status: 'onDuty', gridName: '东岭第一网格' });
  });
});

test('a closing that cannot be done again because somebody came meanwhile is refused as any closing is', async () => {
  await roster.workers.leave({ workerId: idle(), kind: 'resignation', day: '2026-10-10' });
  const { changeSetId } = await audit().undo({ changeSetId: closing });
  await roster.workers.assign({ workerId: street.workers.left, gridId: street.grids.second, day: '2026-10-20' });
  await expect(audit().undo({ changeSetId })).rejects.toThrow(
    `孙立国在 ${lastDay} 以后仍在“东岭第二网格”任职，不能停用。请先办理孙立国的调整或离岗。`,
  );
});

test('many whose end moves are told in a bounded line, whoever has two roles once', async () => {
  const { wang } = street.workers;
  await roster.workers.assign({ workerId: wang, gridId: street.grids.second, day: testDay, role: 'leader' });
  await roster.workers.assign({ workerId: wang, gridId: street.grids.second, day: testDay, role: 'helper' });
  const { summary, changeSetId } = await audit().undo({ changeSetId: closing });
  expect(summary).toBe(`撤销：停用网格 东岭第二网格（用到 ${lastDay}）（周未安、王秀英的任职不再到 ${lastDay} 为止）`);
  await audit().undo({ changeSetId });
  for (let nth = 0; nth < 30; nth++) {
    const name = `何${'甲乙丙丁戊己庚辛壬癸'[nth % 10]}${'天地人'[nth % 3]}`;
    const { id } = await roster.workers.add({ worker: { name }, posting: null });
    await roster.workers.assign({ workerId: id, gridId: street.grids.second, day: testDay, role: 'helper' });
  }
  expect((await audit().undo({ changeSetId: closing })).summary).toBe(
    `撤销：停用网格 东岭第二网格（用到 ${lastDay}）（周未安、王秀英、何甲天等 32 人的任职不再到 ${lastDay} 为止）`,
  );
});
