// What is new and begins on a day: it may take over a code or a name that was given up before, and nobody serves in it earlier.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBranches } from '../../main/rooms/roster/branches.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
let roster: typeof program.caller.roster;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
  ({ roster } = program.caller);
});
afterEach(() => program.close());

const given = '2026-09-01';
const summary = async () => (await program.caller.audit.latest()).act?.summary;
const gridNames = async (asOf: string) => (await roster.grids.list({ asOf, limit: 100 })).rows.map(({ name }) => name);

test('a code that was given up is taken by a new grid from its first day on; without one it is told until when it was used', async () => {
  const { second } = street.grids;
  await roster.grids.save({ id: second, grid: { code: '371323001201099' }, effective: given });
  const grid = { placeId: street.places.village, code: '371323001201002', name: '东岭第三网格' };
  const before = dump(program.office());
  for (const firstDay of [null, '2026-08-31'])
    await expect(roster.grids.add({ ...grid, firstDay })).rejects.toThrow(
      '网格编码 371323001201002 已被“东岭第二网格”使用，请核对。它用到 2026-08-31 为止：如果新的是在这以后启用的，请把启用日期填为 2026-09-01 或以后。',
    );
  await expect(roster.grids.add({ ...grid, firstDay: '1026-09-01' })).rejects.toThrow('启用日期 1026-09-01 离今天太远');
  expect(dump(program.office())).toEqual(before);
  const { changeSetId } = await roster.grids.add({ ...grid, firstDay: given });
  expect(await summary()).toBe('新增网格 东岭第三网格（自 2026-09-01 启用）');
  expect(await gridNames('2026-08-31')).not.toContain('东岭第三网格');
  expect(await gridNames(given)).toContain('东岭第三网格');
  await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
  expect(dump(program.office())).toEqual(before);
});

test('so are the code of a community and the name of a branch', async () => {
  await roster.places.saveCommunity({ id: street.places.east, community: { code: '371323001099' }, effective: given });
  await roster.branches.save({ id: street.branches.first, branch: { name: '阳光社区总支' }, effective: given });
  const community = { name: '新社区', code: '371323001001' };
  await expect(roster.places.addCommunity(community)).rejects.toThrow('请把启用日期填为 2026-09-01 或以后');
  await expect(roster.branches.add({ name: '第一社区总支' })).rejects.toThrow('请把启用日期填为 2026-09-01 或以后');
  await roster.places.addCommunity({ ...community, firstDay: given });
  await roster.branches.add({ name: '第一社区总支', firstDay: given });
  expect(await summary()).toBe('新增社区总支 第一社区总支（自 2026-09-01 启用）');
  const branches = async (asOf: string) => (await roster.branches.list({ asOf })).map(({ name }) => name);
  expect(await branches('2026-08-31')).toEqual(['第一社区总支', '第二社区总支']);
  expect(await branches(given)).toEqual(['阳光社区总支', '第二社区总支', '第一社区总支']);
});

test('a compound and a grid are there no earlier than what they stand on', async () => {
  const { id: communityId } = await roster.places.addCommunity({ name: '新社区', firstDay: given });
  await expect(roster.places.addCompound({ name: '新苑', communityId, firstDay: '2026-08-01' })).rejects.toThrow(
    '“新社区”自 2026-09-01 才启用，启用日期 2026-08-01 不能比它早',
  );
  const { id: placeId } = await roster.places.addCompound({ name: '新苑', communityId });
  await expect(roster.grids.add({ placeId, firstDay: '2026-08-01' })).rejects.toThrow('“新苑”自 2026-09-01 才启用');
  await roster.grids.add({ placeId });
  expect([(await gridNames('2026-08-31')).includes('新苑网格'), (await gridNames(given)).includes('新苑网格')]).toEqual([
    false,
    true,
  ]);
});

test('nor is anything put under what begins only later, by no form, act or undo', async () => {
  const later = '2026-11-01';
  const { id: branchId } = await roster.branches.add({ name: '新城社区总支', firstDay: later });
  const { id: communityId } = await roster.places.addCommunity({ name: '新社区', firstDay: later });
  const { east, manor } = street.places;
  const before = dump(program.office());
  await expect(roster.places.addCommunity({ name: '城南社区', branchId })).rejects.toThrow(
    '“新城社区总支”自 2026-11-01 才启用，“城南社区”不能在此之前就归它。请把启用日期填为 2026-11-01 或以后，或改选别的。',
  );
  await expect(roster.places.addCommunity({ name: '城南社区', branchId, firstDay: given })).rejects.toThrow(
    '“城南社区”不能自 2026-09-01 起就归它',
  );
  for (const effective of ['correction', '2026-10-31']) {
    const told = '请选“从某日起变更”，日期填 2026-11-01 或以后；或改选别的。';
    await expect(roster.places.saveCommunity({ id: east, community: { branchId }, effective })).rejects.toThrow(told);
    await expect(roster.places.saveCompound({ id: manor, compound: { communityId }, effective })).rejects.toThrow(told);
    await expect(roster.grids.save({ id: street.grids.east, grid: { placeId: communityId }, effective })).rejects.toThrow(told);
  }
  expect(dump(program.office())).toEqual(before);
  const from = { effective: later };
  await roster.places.saveCommunity({ id: east, community: { branchId }, ...from });
  await roster.places.saveCompound({ id: manor, compound: { communityId }, ...from });
  const { changeSetId } = await roster.grids.save({ id: street.grids.east, grid: { placeId: communityId }, ...from });
  expect((await roster.grids.list({ asOf: later })).rows.map(({ communityName }) => communityName)).not.toContain(null);
  const undone = await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
  await program.caller.audit.undo({ changeSetId: undone.changeSetId });
});

test('nobody serves in it before its first day, neither by an act nor by a correction', async () => {
  const { id: gridId } = await roster.grids.add({ placeId: street.places.village, name: '东岭第三网格', firstDay: given });
  const { idle } = street.workers;
  await expect(roster.workers.assign({ workerId: idle, gridId, day: '2026-08-31' })).rejects.toThrow(
    '“东岭第三网格”自 2026-09-01 才启用',
  );
  await roster.workers.assign({ workerId: idle, gridId, day: '2026-09-10' });
  const [{ id: postingId } = { id: 0 }] = (await roster.workers.get({ id: idle, asOf: testDay })).postings;
  const state = (firstDay: string | null) =>
    roster.workers.correctPosting({ postingId, firstDay, precision: firstDay === null ? 'unknown' : 'day' });
  await expect(state('2026-08-31')).rejects.toThrow(
    '“东岭第三网格”自 2026-09-01 才启用，周未安的任职不能从更早的 2026-08-31 开始',
  );
  await expect(state(null)).rejects.toThrow('周未安的上岗日期不能是“不详”');
  await state(given);
});

test('a branch is known by its name of the day, its short name or an earlier one, and two that bear it are both given back', async () => {
  const { first, second } = street.branches;
  const named = (name: string, day = testDay) => findBranches(program.office(), name, day).map(({ branchId }) => branchId);
  await roster.branches.save({ id: first, branch: { name: '阳光社区总支', short: '阳光' }, effective: given });
  expect([named('阳光社区总支'), named('阳光'), named('第一社区总支'), named('阳光社区总支', '2026-08-31')]).toEqual([
    [first],
    [first],
    [first],
    [],
  ]);
  await roster.branches.save({ id: second, branch: { short: '阳光' }, effective: 'correction' });
  expect(named('阳光')).toEqual([first, second]);
  expect(named('阳光社区总支')).toEqual([first]);
});
