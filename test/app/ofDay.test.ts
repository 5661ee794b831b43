// One meaning of “now”: whatever has a history is asked for as of a day, by lists, finders and writers alike. What was renamed,
// closed or arranged for a later day is so from that day on and not before; what was true in June stays what June says.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listFoundGrids, findPlaceByCode, findPlaces } from '../../main/rooms/roster/find.ts';
import { askedReport } from '../../main/rooms/reports/catalogue.ts';
import { readSetting } from '../../main/rooms/settings/settings.ts';
import { reportParameters } from '../../shared/reports.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { dump, makeStreet } from '../harness/street.ts';

const gridsWith = (asked: string, day: string) => listFoundGrids(program.office(), day).filter(({ code: own }) => own === asked);
let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
let roster: typeof program.caller.roster;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
  roster = program.caller.roster;
});
afterEach(() => program.close());

const june = '2026-06-30';
const december = '2026-12-01';

const placeOn = async (id: number, asOf: string) => (await roster.places.list({ asOf })).rows.find((row) => row.id === id);
const gridOn = async (id: number, asOf: string) => (await roster.grids.list({ asOf })).rows.find((row) => row.id === id);
const workerOn = async (id: number, asOf: string) => (await roster.workers.list({ asOf })).rows.find((row) => row.id === id);
const postingsOf = async (id: number) =>
  (await roster.workers.get({ id, asOf: testDay })).postings.map(({ gridId, firstDay, lastDay }) => [gridId, firstDay, lastDay]);

const reportRow = (asOf: string, name: string) =>
  [
    ...askedReport(
      { ...reportParameters.communities.first, asOf },
      readSetting(program.office(), 'office'),
      program.office(),
    ).asked.rows(program.office()),
  ]
    .map(({ cells }) => cells)
    .find((cells) => cells.includes(name));

describe('a name from a day on', () => {
  test('a renaming from December acts in December: not today, not in 2020, for place, grid and branch', async () => {
    await roster.places.saveCommunity({ id: street.places.east, community: { name: '阳光社区' }, effective: december });
    await roster.grids.save({ id: street.grids.village, grid: { name: '东岭中心网格' }, effective: december });
    await roster.branches.save({ id: street.branches.first, branch: { name: '红旗社区总支' }, effective: december });
    for (const day of ['2020-06-30', june, testDay, '2026-11-30']) {
      expect(await placeOn(street.places.east, day)).toMatchObject({
        name: '阳东街社区',
        formerNames: [],
        branchName: '第一社区总支',
      });
      expect(await gridOn(street.grids.east, day)).toMatchObject({ name: '阳东街社区网格', placeName: '阳东街社区' });
      expect(await gridOn(street.grids.village, day)).toMatchObject({ name: '东岭第一网格', branchShort: '第一总支' });
    }
    expect(await placeOn(street.places.east, december)).toMatchObject({ name: '阳光社区', formerNames: ['阳东街社区'] });
    expect(await gridOn(street.grids.east, december)).toMatchObject({ name: '阳光社区网格', branchName: '红旗社区总支' });
    expect(await gridOn(street.grids.village, december)).toMatchObject({ name: '东岭中心网格', branchShort: '红旗总支' });
    expect(await workerOn(street.workers.wang, december)).toMatchObject({ gridName: '阳光社区网格', branchName: '红旗社区总支' });
    // A name still to come is nobody's yet.
    expect(findPlaces(program.office(), '阳光社区', 'community', testDay)).toEqual([]);
    expect((await program.caller.search.everything({ text: '阳光社区' })).map(({ total }) => total)).toEqual([0, 0, 0]);
    expect((await roster.places.get({ id: street.places.east, asOf: testDay })).versions.at(-1)?.branchName).toBe('第一社区总支');
    expect(findPlaces(program.office(), '阳东街社区', 'community', december)).toMatchObject([{ name: '阳光社区' }]);
  });

  test('a renaming says whether it is a correction or from when; from today it leaves June’s report and fills 曾用名', async () => {
    const rename = { id: street.places.east, community: { name: '阳光社区' } };
    const before = dump(program.office());
    await expect(roster.places.saveCommunity(rename)).rejects.toThrow('请选择“阳东街社区”的改动是更正笔误，还是从哪一天起变更');
    await expect(roster.grids.save({ id: street.grids.east, grid: { code: '371323001001009' } })).rejects.toThrow('请选择');
    await expect(roster.branches.save({ id: street.branches.first, branch: { name: '红旗' } })).rejects.toThrow('请选择');
    expect(dump(program.office())).toEqual(before);
    // What has no history is saved without it.
    await roster.places.saveCommunity({ id: street.places.east, community: { name: '阳东街社区', secretary: '王书记' } });
    await roster.places.saveCommunity({ ...rename, effective: testDay });
    expect(reportRow(june, '阳东街社区')).toBeDefined();
    expect(reportRow(june, '阳光社区')).toBeUndefined();
    expect(reportRow(testDay, '阳光社区')).toContain('阳东街社区');
    expect((await program.caller.audit.latest()).act?.summary).toBe('阳东街社区更名为阳光社区，以它命名的 1 个网格随之改名');
  });

  test('a correction corrects the version of the day it was read on, and what later ones merely continued', async () => {
    await roster.places.saveCommunity({ id: street.places.east, community: { name: '阳光社区' }, effective: december });
    // Read today, so it is the present name that was misspelt.
    await roster.places.saveCommunity({
      id: street.places.east,
      community: { name: '阳东街居委会', code: '371323001008' },
      effective: 'correction',
      asOf: testDay,
    });
    expect(await placeOn(street.places.east, june)).toMatchObject({ name: '阳东街居委会', code: '371323001008' });
    expect(await placeOn(street.places.east, december)).toMatchObject({
      name: '阳光社区',
      code: '371323001008',
      formerNames: ['阳东街居委会'],
    });
    expect(await gridOn(street.grids.east, testDay)).toMatchObject({ name: '阳东街居委会网格' });
    // Read as of December, it is December's.
    await roster.places.saveCommunity({
      id: street.places.east,
      community: { name: '阳光家园社区' },
      effective: 'correction',
      asOf: december,
    });
    expect(await placeOn(street.places.east, testDay)).toMatchObject({ name: '阳东街居委会' });
    expect(await placeOn(street.places.east, december)).toMatchObject({ name: '阳光家园社区' });
  });

  test('a change from a day before a planned one reaches through it, and takes nothing of it back', async () => {
    await roster.grids.save({ id: street.grids.village, grid: { name: '东岭中心网格' }, effective: december });
    await roster.grids.save({ id: street.grids.village, grid: { kind: 'urban' }, effective: '2026-10-01' });
    expect(await gridOn(street.grids.village, testDay)).toMatchObject({ name: '东岭第一网格', kind: 'rural' });
    expect(await gridOn(street.grids.village, '2026-10-01')).toMatchObject({ name: '东岭第一网格', kind: 'urban' });
    expect(await gridOn(street.grids.village, december)).toMatchObject({ name: '东岭中心网格', kind: 'urban' });
    await roster.places.saveCommunity({ id: street.places.village, community: { name: '未来村' }, effective: '2027-01-01' });
    const { versions } = await roster.grids.get({ id: street.grids.village, asOf: testDay });
    // Told by the names of the day asked for, or of its own first day where it is still to come.
    expect(versions.map(({ placeName }) => placeName)).toEqual(['东岭村', '东岭村', '东岭村']);
    expect(versions.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
      [december, null],
      ['2026-10-01', '2026-11-30'],
      [null, '2026-09-30'],
    ]);
  });

  test('the branches’ order of June is June’s', async () => {
    const order = async (asOf: string) => (await roster.branches.list({ asOf })).map(({ short }) => short);
    const ids = [street.branches.second, street.branches.first];
    await roster.branches.reorder({ ids });
    await roster.branches.reorder({ ids: ids.toReversed() });
    await roster.branches.reorder({ ids });
    expect(await order(june)).toEqual(['第一总支', '第二总支']);
    expect(await order(testDay)).toEqual(['第二总支', '第一总支']);
    expect((await roster.places.list({ asOf: june })).rows[0]?.name).toBe('阳东街社区');
    expect((await roster.places.list({ asOf: testDay })).rows[0]?.name).toBe('阳西街社区');
  });
});

describe('what a reading of the screens found', () => {
  const name = async (day: string) => (await placeOn(street.places.east, day))?.name;

  test('a wrong future name is put right by saying the right one of the same day, and today’s stays', async () => {
    const rename = (to: string) =>
      roster.places.saveCommunity({ id: street.places.east, community: { name: to }, effective: december });
    await rename('阳光凹社区');
    await rename('阳光洼社区');
    expect([await name(testDay), await name(december)]).toEqual(['阳东街社区', '阳光洼社区']);
    expect((await gridOn(street.grids.east, december))?.name).toBe('阳光洼社区网格');
    expect((await program.caller.audit.latest()).act?.summary).toBe(
      '阳光凹社区更名为阳光洼社区（自 2026-12-01 起），以它命名的 1 个网格随之改名',
    );
  });

  test('a renaming before one that was written down already says until when it holds', async () => {
    await roster.places.saveCommunity({ id: street.places.east, community: { name: '后来社区' }, effective: '2026-09-20' });
    await roster.places.saveCommunity({ id: street.places.east, community: { name: '先前社区' }, effective: '2026-09-01' });
    expect([await name(june), await name('2026-09-10'), await name(testDay)]).toEqual(['阳东街社区', '先前社区', '后来社区']);
    expect((await program.caller.audit.latest()).act?.summary).toBe(
      '阳东街社区更名为先前社区（自 2026-09-01 起至 2026-09-19，之后照已登记的变更），以它命名的 1 个网格随之改名',
    );
  });

  test('what a form only sends along stays of its own day', async () => {
    const { second } = street.grids;
    const named = async (day: string) => (await gridOn(second, day))?.name;
    const { places } = street;
    await roster.grids.save({ id: second, grid: { name: '新网格' }, effective: '2026-06-01' });
    await roster.grids.save({ id: second, grid: { name: '新网格', kind: 'urban' }, effective: '2026-03-01', asOf: testDay });
    expect([await named('2026-04-01'), await named(testDay)]).toEqual(['东岭第二网格', '新网格']);
    expect((await program.caller.audit.latest()).act?.summary).toBe('修改网格 东岭第二网格（自 2026-03-01 起）');
    await roster.places.saveCommunity({ id: places.east, community: { name: '阳光社区' }, effective: december });
    const community = { name: '阳东街社区', branchId: street.branches.second };
    await roster.places.saveCommunity({ id: places.east, community, effective: '2027-01-01', asOf: testDay });
    expect([await name(testDay), await name(december), await name('2027-01-01')]).toEqual(['阳东街社区', '阳光社区', '阳光社区']);
    expect((await gridOn(street.grids.east, '2027-01-01'))?.name).toBe('阳光社区网格');
    expect((await program.caller.audit.latest()).act?.summary).toBe('修改社区 阳光社区（自 2027-01-01 起）');
  });

  test.each(['1800-01-01', '2219-01-01'])('a day that can only be a slip is refused: %s', async (day) => {
    const { wang, li, idle } = street.workers;
    const before = dump(program.office());
    for (const act of [
      roster.places.saveCommunity({ id: street.places.east, community: { name: '远' }, effective: day }),
      roster.workers.assign({ workerId: idle, gridId: street.grids.second, day }),
      roster.workers.swap({ workerId: wang, otherWorkerId: li, day }),
      roster.workers.leave({ workerId: wang, kind: 'resignation', day }),
      roster.workers.correctPosting({ postingId: street.postings.wang, firstDay: day, precision: 'day' }),
      roster.grids.close({ id: street.grids.second, lastDay: day }),
    ])
      await expect(act).rejects.toThrow(`${day} 离今天太远，可能是年份写错了`);
    expect(dump(program.office())).toEqual(before);
  });

  test('a 兼任 and another role are ended by themselves; the main grid is not', async () => {
    const { wang } = street.workers;
    await roster.workers.assign({ workerId: wang, gridId: street.grids.second, day: '2026-09-16', additional: true });
    await roster.workers.assign({ workerId: wang, gridId: street.grids.west, day: '2026-09-01', role: 'leader' });
    const postings = (await roster.workers.get({ id: wang, asOf: testDay })).postings;
    const idOf = (gridId: number) => postings.find((posting) => posting.gridId === gridId)?.id ?? 0;
    await expect(roster.workers.endPosting({ postingId: idOf(street.grids.east), day: testDay })).rejects.toThrow(
      '“阳东街社区网格”是王秀英的本职网格',
    );
    await roster.workers.endPosting({ postingId: idOf(street.grids.second), day: '2026-09-27' });
    expect((await program.caller.audit.latest()).act?.summary).toBe('结束王秀英兼任东岭第二网格');
    await roster.workers.endPosting({ postingId: idOf(street.grids.west), day: '2026-09-27' });
    expect((await program.caller.audit.latest()).act?.summary).toBe('结束王秀英的阳西街社区网格网格长身份');
    expect(await workerOn(wang, testDay)).toMatchObject({ status: 'onDuty', gridsHeld: 1, gridName: '阳东街社区网格' });
    await expect(roster.workers.endPosting({ postingId: idOf(street.grids.west), day: testDay })).rejects.toThrow(
      '已登记到 2026-09-27 结束',
    );
  });
});

test('nobody serves on across a departure that is written down', async () => {
  const { idle } = street.workers;
  await roster.workers.leave({ workerId: idle, kind: 'resignation', day: '2027-01-01' });
  const begin = (day: string) => roster.workers.assign({ workerId: idle, gridId: street.grids.second, day });
  const before = dump(program.office());
  await expect(begin('2026-09-20')).rejects.toThrow(
    '周未安已登记 2027-01-01 离职，自 2026-09-20 起的任职会越过这一天。请先撤销那次登记，或把上岗日期改到 2027-01-01 之后。',
  );
  expect(dump(program.office())).toEqual(before);
  await begin('2027-01-02');
  const [{ id: postingId } = { id: 0 }] = (await roster.workers.get({ id: idle, asOf: '2027-01-02' })).postings;
  await expect(roster.workers.correctPosting({ postingId, firstDay: '2026-12-01', precision: 'day' })).rejects.toThrow(
    '会越过这一天',
  );
});

describe('what is unique is unique on a day', () => {
  test('a code that was given up is free from that day on, and was taken before', async () => {
    const { east, second } = street.grids;
    await roster.grids.save({ id: east, grid: { code: '371323001001099' }, effective: '2026-10-01' });
    await expect(roster.grids.save({ id: second, grid: { code: '371323001001001' }, effective: testDay })).rejects.toThrow(
      '网格编码 371323001001001 已被“阳东街社区网格”使用',
    );
    await roster.grids.save({ id: second, grid: { code: '371323001001001' }, effective: '2026-10-01' });
    const holder = (day: string) => gridsWith('371323001001001', day)[0]?.gridId;
    expect([holder(testDay), holder('2026-10-01')]).toEqual([east, second]);
    await expect(
      roster.places.saveCommunity({ id: street.places.west, community: { code: '371323001001' }, effective: testDay }),
    ).rejects.toThrow('区划代码 371323001001 已被“阳东街社区”使用');
    expect(findPlaceByCode(program.office(), '371323001001', testDay)?.placeId).toBe(street.places.east);
    await expect(roster.branches.add({ name: '第二社区总支' })).rejects.toThrow('已有名为“第二社区总支”的社区总支');
  });
});

describe('a grid that is going to be closed', () => {
  const lastDay = '2026-12-31';
  beforeEach(() => roster.grids.close({ id: street.grids.second, lastDay }));

  test('is there until its last day: found by its code, vacant, and can be given to somebody until then', async () => {
    const { idle } = street.workers;
    expect(gridsWith('371323001201002', testDay)[0]?.gridId).toBe(street.grids.second);
    expect(await gridOn(street.grids.second, testDay)).toMatchObject({ workerId: null });
    expect(await gridOn(street.grids.second, lastDay)).toBeDefined();
    expect(await gridOn(street.grids.second, '2027-01-01')).toBeUndefined();
    await roster.workers.assign({ workerId: idle, gridId: street.grids.second, day: testDay });
    expect((await program.caller.audit.latest()).act?.summary).toBe(
      `录用周未安，上岗东岭第二网格，任职到网格停用的 ${lastDay} 为止`,
    );
    expect(await postingsOf(idle)).toEqual([[street.grids.second, testDay, lastDay]]);
    await expect(
      roster.workers.assign({ workerId: street.workers.left, gridId: street.grids.second, day: '2027-01-01' }),
    ).rejects.toThrow(`“东岭第二网格”用到 ${lastDay} 为止，2027-01-01 起不能再安排网格员`);
  });

  test('no undo makes somebody serve in it longer than it is there', async () => {
    const before = await roster.workers.leave({ workerId: street.workers.zhao, kind: 'resignation', day: testDay });
    await roster.grids.close({ id: street.grids.village, lastDay: testDay });
    const { summary } = await program.caller.audit.undo({ changeSetId: before.changeSetId ?? 0 });
    expect(summary).toBe(`撤销：记录赵德清离职（赵德清的任职到网格停用的 ${testDay} 为止）`);
    const on = async (asOf: string) => (await roster.workers.get({ id: street.workers.zhao, asOf })).status;
    expect([await on(testDay), await on('2026-09-29')]).toEqual(['onDuty', 'unassigned']);
  });
});

test('a successor for tomorrow’s vacancy is named today', async () => {
  const { zhao, idle } = street.workers;
  await roster.workers.leave({ workerId: zhao, kind: 'retirement', day: testDay });
  await roster.workers.assign({ workerId: idle, gridId: street.grids.village, day: '2026-09-29' });
  expect(await gridOn(street.grids.village, testDay)).toMatchObject({ workerName: '赵德清' });
  expect(await gridOn(street.grids.village, '2026-09-29')).toMatchObject({ workerName: '周未安' });
});

describe('a wrong day of an act', () => {
  const action = async (id: number) => (await roster.workers.get({ id, asOf: testDay })).actions[0];

  test('a transfer’s first day moves the end of the posting before, and back', async () => {
    const { li } = street.workers;
    await roster.workers.transfer({ workerId: li, gridId: street.grids.second, day: '2026-09-20' });
    const posting = (await roster.workers.get({ id: li, asOf: testDay })).postings[0]?.id ?? 0;
    for (const firstDay of ['2026-09-25', '2026-09-18']) {
      await roster.workers.correctPosting({ postingId: posting, firstDay, precision: 'day' });
      const dayBefore = firstDay === '2026-09-25' ? '2026-09-24' : '2026-09-17';
      expect(await postingsOf(li)).toEqual([
        [street.grids.second, firstDay, null],
        [street.grids.manor, '2021-06-01', dayBefore],
      ]);
      expect(await action(li)).toMatchObject({ kind: 'transfer', day: firstDay });
    }
    const undone = (await program.caller.audit.latest()).act?.id ?? 0;
    await program.caller.audit.undo({ changeSetId: undone });
    expect((await postingsOf(li))[1]).toEqual([street.grids.manor, '2021-06-01', '2026-09-24']);
    await expect(roster.workers.correctPosting({ postingId: posting, firstDay: null, precision: 'unknown' })).rejects.toThrow(
      '日期不能改成“不详”',
    );
    await expect(roster.workers.correctPosting({ postingId: posting, firstDay: '2021-06-01', precision: 'day' })).rejects.toThrow(
      '李建国自 2021-06-01 才到“沂河名郡网格”上岗，不能在 2021-06-01 就调走',
    );
  });

  test('nobody can say that it began before the worker came back, nor that nobody knows', async () => {
    const { left } = street.workers;
    await roster.workers.assign({ workerId: left, gridId: street.grids.village, day: '2026-09-20', role: 'leader' });
    const posting =
      (await roster.workers.get({ id: left, asOf: testDay })).postings.find(({ role }) => role === 'leader')?.id ?? 0;
    const state = (firstDay: string | null) =>
      roster.workers.correctPosting({ postingId: posting, firstDay, precision: firstDay === null ? 'unknown' : 'day' });
    const told = '孙立国已登记 2026-09-15 辞退';
    await expect(state('2026-09-01')).rejects.toThrow(`${told}，自 2026-09-01 起的任职会越过这一天`);
    await expect(state(null)).rejects.toThrow(`${told}，上岗日期不详的任职会越过这一天`);
    await state('2026-09-16');
  });

  test('of a swap four postings and two actions move together, whichever side is corrected', async () => {
    const { wang, li } = street.workers;
    await roster.workers.swap({ workerId: wang, otherWorkerId: li, day: '2026-09-20' });
    const before = dump(program.office());
    for (const side of [wang, li]) {
      const posting = (await roster.workers.get({ id: side, asOf: testDay })).postings[0]?.id ?? 0;
      const { changeSetId } = await roster.workers.correctPosting({
        postingId: posting,
        firstDay: '2026-09-25',
        precision: 'day',
      });
      expect(await postingsOf(wang)).toEqual([
        [street.grids.manor, '2026-09-25', null],
        [street.grids.east, '2020-01-01', '2026-09-24'],
      ]);
      expect(await postingsOf(li)).toEqual([
        [street.grids.east, '2026-09-25', null],
        [street.grids.manor, '2021-06-01', '2026-09-24'],
      ]);
      expect([await action(wang), await action(li)]).toMatchObject([{ day: '2026-09-25' }, { day: '2026-09-25' }]);
      await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
      expect(dump(program.office())).toEqual(before);
    }
  });

  test('a correction that somebody else stands in the way of is refused whole, and names them', async () => {
    const { li, idle } = street.workers;
    await roster.workers.transfer({ workerId: li, gridId: street.grids.second, day: '2026-09-20' });
    await roster.workers.assign({ workerId: idle, gridId: street.grids.manor, day: '2026-09-21' });
    const posting = (await roster.workers.get({ id: li, asOf: testDay })).postings[0]?.id ?? 0;
    const before = dump(program.office());
    await expect(roster.workers.correctPosting({ postingId: posting, firstDay: '2026-09-25', precision: 'day' })).rejects.toThrow(
      '“沂河名郡网格”自 2026-09-21 起由周未安任职',
    );
    expect(dump(program.office())).toEqual(before);
  });
});

describe('several people in a grid, several grids of one person', () => {
  test('only one 专职网格员 at a time; a second is refused by name and may have another role', async () => {
    const { idle, left, wang } = street.workers;
    const place = (workerId: number, role: 'worker' | 'leader' | 'helper') =>
      roster.workers.assign({ workerId, gridId: street.grids.east, day: testDay, role });
    await expect(place(idle, 'worker')).rejects.toThrow(/由王秀英任职.*如果是网格长、协管员等，请把身份改成那一种/);
    await place(idle, 'leader');
    expect((await program.caller.audit.latest()).act?.summary).toBe('周未安任阳东街社区网格网格长');
    await place(left, 'helper');
    await place(idle, 'helper');
    await expect(place(idle, 'leader')).rejects.toThrow('周未安自 2026-09-28 起已是“阳东街社区网格”的网格长');
    const { postings } = await roster.grids.get({ id: street.grids.east, asOf: testDay });
    expect(postings.map(({ workerName, role, current }) => [workerName, role, current])).toEqual(
      expect.arrayContaining([
        ['王秀英', 'worker', true],
        ['周未安', 'leader', true],
        ['孙立国', 'helper', true],
      ]),
    );
    // The quota and the lists are those of 专职网格员.
    expect(await gridOn(street.grids.east, testDay)).toMatchObject({ workerId: wang });
    expect((await roster.workers.list({ asOf: testDay, status: 'serving' })).total).toBe(5);
    // Who goes, goes from every role.
    await roster.workers.leave({ workerId: idle, kind: 'resignation', day: testDay });
    expect((await postingsOf(idle)).map(([, , lastDay]) => lastDay)).toEqual([testDay, testDay]);
  });

  test('who holds two grids is one row that names them, is found by both, and counts as the office has it', async () => {
    const { wang } = street.workers;
    const further = { workerId: wang, gridId: street.grids.second, day: testDay };
    await expect(roster.workers.assign(further)).rejects.toThrow('确实同时负责两个网格的，请勾选“兼任”');
    await roster.workers.assign({ ...further, additional: true });
    expect((await program.caller.audit.latest()).act?.summary).toBe('王秀英兼任东岭第二网格');
    const asked = async (filter: object) =>
      (await roster.workers.list({ asOf: testDay, ...filter })).rows.filter(({ id }) => id === wang);
    for (const filter of [
      {},
      { gridId: street.grids.second },
      { placeId: street.places.village },
      { kind: 'rural' },
      { search: '东岭第二' },
    ])
      expect(await asked(filter)).toMatchObject([
        { gridId: street.grids.east, gridName: '阳东街社区网格、东岭第二网格', gridsHeld: 2, status: 'onDuty' },
      ]);
    expect(await asked({ gridId: street.grids.west })).toEqual([]);
    expect(await gridOn(street.grids.second, testDay)).toMatchObject({ workerId: wang });

    const workers = async () => (await roster.figures({ asOf: testDay })).figures.workers.actual;
    expect(await workers()).toBe(5);
    const quota = { communities: null, compounds: null, urbanGrids: null, ruralGrids: null, workers: null };
    await program.caller.settings.saveQuota({ ...quota, workersCountedBy: 'grid' });
    expect(await workers()).toBe(6);

    await expect(roster.workers.transfer({ workerId: wang, gridId: street.grids.village, day: '2026-10-01' })).rejects.toThrow(
      '王秀英在 2026-10-01 同时负责“阳东街社区网格”、“东岭第二网格”，请选择这次办理的是哪一个网格',
    );
    await roster.workers.leave({ workerId: wang, kind: 'dismissal', day: '2026-09-30' });
    expect(await workerOn(wang, testDay)).toMatchObject({ status: 'leaving', gridsHeld: 2 });
    expect(await workerOn(wang, '2026-10-01')).toMatchObject({ status: 'left', gridsHeld: 0, gridName: '阳东街社区网格' });
  });

  test('兼任 says that there is another grid', async () => {
    await expect(
      roster.workers.assign({ workerId: street.workers.idle, gridId: street.grids.second, day: testDay, additional: true }),
    ).rejects.toThrow('周未安在 2026-09-28 没有别的网格，这不是兼任');
  });
});
