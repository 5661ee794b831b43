// The roster's calls as a screen makes them: what lists and drawers answer, what is refused and how it is told, what undo
// restores, and that no whole ID number leaves unasked.
import type { RowKind } from '../../shared/screens.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { undo } from '../../main/ground/audit/undo.ts';
import { nobody, openProgram, testDay } from '../harness/program.ts';
import { dump, idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
let roster: ReturnType<typeof openProgram>['caller']['roster'];
const asOf = testDay;

beforeAll(() => {
  program = openProgram();
  street = makeStreet(program.office());
  roster = program.caller.roster;
});
afterAll(() => program.close());

type WorkerQuestion = Omit<Parameters<typeof roster.workers.list>[0], 'asOf'>;
const names = async (question: WorkerQuestion, day = asOf): Promise<string[]> =>
  (await roster.workers.list({ asOf: day, ...question })).rows.map((row) => row.name);

describe('the list of workers', () => {
  test('stands in the order of branch, community, compound, grid; leavers where they last were, the unassigned last', async () => {
    const { rows, total, counts } = await roster.workers.list({ asOf });
    expect(rows.map((row) => row.name)).toEqual(['王秀英', '李建国', '赵德清', '孙立国', '张桂兰', '单玉红', '周未安']);
    expect(total).toBe(7);
    expect(counts).toEqual({ onDuty: 5, leaving: 0, left: 1, unassigned: 1 });
    expect(rows[1]).toMatchObject({
      status: 'onDuty',
      gridName: '沂河名郡网格',
      gridCode: '371323001001002',
      gridKind: 'urban',
      placeName: '沂河名郡',
      placeLevel: 'compound',
      communityName: '阳东街社区',
      compoundName: '沂河名郡',
      branchName: '第一社区总支',
      branchShort: '第一总支',
      hiringSource: '计生专职查访员择优录用',
      hiringSourceShort: '计生择优',
      idNumberMasked: '371323**********80',
      birthMonth: '1976-05',
      age: 50,
      firstDay: '2021-06-01',
      firstDayPrecision: 'day',
    });
  });

  test.each<[string, WorkerQuestion, string[]]>([
    ['name', { search: '王秀英' }, ['王秀英']],
    ['initials', { search: 'wxy' }, ['王秀英']],
    ['the surname’s own reading', { search: 'shan' }, ['单玉红']],
    ['whole pinyin', { search: 'lijianguo' }, ['李建国']],
    ['part of a mobile', { search: '3506' }, ['王秀英']],
    ['full-width digits', { search: '１５０３５０６' }, ['王秀英']],
    ['a whole ID number', { search: idNumbers.zhang }, ['张桂兰']],
    ['the end of an ID number, which finds nobody', { search: '9180' }, []],
    ['a place', { search: '锦绣花园' }, ['单玉红']],
    ['a place’s initials', { search: 'yhmj' }, ['李建国']],
    ['a grid’s code', { search: '371323001201001' }, ['赵德清']],
    ['two words', { search: '东岭 赵' }, ['赵德清']],
    ['nothing', { search: '没有这个人' }, []],
    ['a branch', { branchId: 2 }, ['张桂兰', '单玉红']],
    ['a kind', { kind: 'rural', status: 'serving' }, ['赵德清']],
    ['a community with its compounds', { placeId: 1 }, ['王秀英', '李建国']],
    ['a grid', { gridId: 4 }, ['单玉红']],
    ['a hiring source', { hiringSource: '街道招聘' }, ['王秀英']],
    ['leavers', { status: 'left' }, ['孙立国']],
    ['the unassigned', { status: 'unassigned' }, ['周未安']],
    ['no mobile', { gap: 'noMobile' }, ['张桂兰']],
    ['no ID number, serving', { gap: 'noIdNumber', status: 'serving' }, ['赵德清', '单玉红']],
    ['no first day', { gap: 'noFirstDay' }, ['张桂兰']],
    ['sorted by name', { sort: { column: 'name', direction: 'ascending' }, limit: 3 }, ['李建国', '单玉红', '孙立国']],
    ['sorted by age, down', { sort: { column: 'age', direction: 'descending' }, limit: 3 }, ['王秀英', '李建国', '张桂兰']],
    [
      'sorted by schooling',
      { sort: { column: 'education', direction: 'ascending' }, limit: 4 },
      ['赵德清', '李建国', '王秀英', '张桂兰'],
    ],
    ['a second page', { offset: 2, limit: 2 }, ['赵德清', '孙立国']],
  ])('answers to %s', async (_what, question, expected) => {
    expect(await names(question)).toEqual(expected);
  });

  test('answers for another day with who served then', async () => {
    expect(await names({ status: 'serving' }, '2020-06-30')).toEqual(['王秀英', '孙立国', '张桂兰']);
    expect((await roster.workers.list({ asOf: '2026-09-15', search: '孙立国' })).rows[0]?.status).toBe('onDuty');
    expect((await roster.workers.list({ asOf: '2026-09-16', search: '孙立国' })).rows[0]?.status).toBe('left');
  });

  test('counts every status under the other filters', async () => {
    const { total, counts } = await roster.workers.list({ asOf, branchId: street.branches.first, status: 'left' });
    expect(total).toBe(1);
    expect(counts).toEqual({ onDuty: 3, leaving: 0, left: 1, unassigned: 0 });
  });
});

test('the drawer tells postings with how long they lasted, what began and ended them, and the gaps', async () => {
  const sun = await roster.workers.get({ id: street.workers.left, asOf });
  expect(sun).toMatchObject({
    status: 'left',
    firstPosted: '2019-01-01',
    removable: false,
    gaps: ['noPhoto', 'noIdNumber', 'noEducation'],
  });
  expect(sun.postings).toMatchObject([
    {
      gridName: '东岭第二网格',
      placeName: '东岭村',
      branchName: '第一社区总支',
      current: false,
      served: { days: 2815, years: 7, months: 8 },
      openedBy: { kind: 'hire' },
      closedBy: { kind: 'dismissal', day: '2026-09-15', reason: '不称职' },
    },
  ]);
  expect((await roster.workers.get({ id: street.workers.zhang, asOf })).postings[0]).toMatchObject({
    current: true,
    served: null,
  });
});

test('figures close or say what stands behind each difference', async () => {
  await program.caller.settings.saveQuota({
    communities: 3,
    compounds: 2,
    urbanGrids: 4,
    ruralGrids: 1,
    workers: 6,
    workersCountedBy: 'person' as const,
  });
  const figures = await roster.figures({ asOf });
  expect(figures.figures).toMatchObject({
    communities: { actual: 3, quota: 3, difference: 0 },
    compounds: { actual: 2, difference: 0 },
    grids: { actual: 6, quota: 5, difference: 1 },
    urbanGrids: { actual: 4, difference: 0 },
    ruralGrids: { actual: 2, difference: 1 },
    workers: { actual: 5, quota: 6, difference: -1 },
  });
  expect(figures.equations).toEqual({ placesAreGrids: false, kindsAreGrids: true, gridsAreWorkers: false });
  expect(figures.vacantGrids).toEqual({
    count: 1,
    first: [
      {
        id: street.grids.second,
        name: '东岭第二网格',
        placeName: '东岭村',
        branchName: '第一社区总支',
        vacantSince: '2026-09-16',
        vacantDays: 13,
      },
    ],
  });
  expect(figures.placesWithSeveralGrids.first).toMatchObject([{ id: street.places.village, gridCount: 2 }]);
  expect(figures.workersWithoutGrid.first).toEqual([{ id: street.workers.idle, name: '周未安' }]);
  expect(figures.placesWithoutGrid.count + figures.gridsWithoutKind.count + figures.communitiesWithoutBranch.count).toBe(0);
  const { gaps } = await roster.gaps({ asOf });
  expect(gaps.map(({ gap, count, names: first }) => [gap, count, first.length])).toEqual([
    ['noMobile', 1, 1],
    ['noPhoto', 5, 5],
    ['noIdNumber', 2, 2],
    ['noEducation', 1, 1],
    ['noFirstDay', 1, 1],
  ]);
  for (const { gap, count } of gaps) expect((await roster.workers.list({ asOf, gap, status: 'serving' })).total).toBe(count);
});

test('places and grids are listed with what hangs on them', async () => {
  const places = await roster.places.list({ asOf });
  expect(
    places.rows.map((row) => [row.name, row.kind, row.compoundCount, row.gridCount, row.workerCount, row.vacantCount]),
  ).toEqual([
    ['阳东街社区', 'urban', 1, 2, 2, 0],
    ['沂河名郡', 'urban', 0, 1, 1, 0],
    ['东岭村', 'rural', 0, 2, 1, 1],
    ['阳西街社区', 'urban', 1, 2, 2, 0],
    ['锦绣花园', 'urban', 0, 1, 1, 0],
  ]);
  expect(places.counts).toEqual({ community: 3, compound: 2 });
  expect((await roster.places.list({ asOf, gap: 'noDevelopedBy' })).rows.map((row) => row.name)).toEqual(['沂河名郡']);
  expect((await roster.places.list({ asOf, vacant: true, search: 'dlc' })).total).toBe(1);
  const grids = await roster.grids.list({ asOf, vacant: true });
  expect(grids).toMatchObject({ total: 1, counts: { held: 5, vacant: 1 }, rows: [{ workerName: null, vacantDays: 13 }] });
  expect((await roster.grids.list({ asOf, search: '王秀英' })).rows.map((row) => row.name)).toEqual(['阳东街社区网格']);
  expect(await roster.branches.list({ asOf })).toMatchObject([
    { short: '第一总支', communityCount: 2, compoundCount: 1, gridCount: 4, workerCount: 3, vacantCount: 1 },
    { short: '第二总支', communityCount: 1, compoundCount: 1, gridCount: 2, workerCount: 2, vacantCount: 0 },
  ]);
});

test('the top bar finds people, places and grids, the nearest first', async () => {
  const search = async (text: string) => {
    const groups = await program.caller.search.everything({ text });
    return (kind: RowKind) => groups.find((group) => group.kind === kind);
  };
  const east = await search('ydj');
  expect(east('place')?.rows[0]?.title).toBe('阳东街社区');
  expect(east('grid')?.rows[0]?.title).toBe('阳东街社区网格');
  expect((await search('wxy'))('worker')?.rows).toMatchObject([
    { title: '王秀英', note: expect.stringContaining('阳东街社区网格　第一总支'), list: {} },
  ]);
  expect((await search('371323001201'))('place')?.rows.map(({ title }) => title)).toEqual(['东岭村']);
  expect((await search('dl'))('grid')?.total).toBe(2);
  expect(await program.caller.search.everything({ text: '  ' })).toEqual([]);
  // People first, but what is named in Chinese and isn't a person's name stands before whoever serves there.
  expect((await program.caller.search.everything({ text: 'ydj' })).map(({ kind }) => kind)).toEqual(['worker', 'place', 'grid']);
  expect((await program.caller.search.everything({ text: '阳东' })).map(({ kind }) => kind)).toEqual(['place', 'grid', 'worker']);
});

test('what was opened before is named as today has it, masked, and what isn’t there is left out', async () => {
  const { workers, places, grids } = street;
  const opened = await program.caller.search.opened([
    { kind: 'grid', id: grids.second },
    { kind: 'worker', id: workers.li },
    { kind: 'worker', id: workers.wang },
    { kind: 'place', id: places.manor },
    { kind: 'worker', id: 9999 },
  ]);
  const named = (kind: RowKind, id: number) => opened.find((one) => one.kind === kind && one.row.id === id)?.row;
  expect(opened).toHaveLength(4);
  expect(named('worker', workers.wang)).toMatchObject({ title: '王秀英', note: expect.stringContaining('阳东街社区网格') });
  expect(named('worker', workers.li)?.title).toBe('李建国');
  expect(named('place', places.manor)).toMatchObject({
    title: '沂河名郡',
    note: '阳东街社区　第一总支',
    list: { level: 'compound' },
  });
  expect(named('grid', grids.second)?.title).toBe('东岭第二网格');
  expect(JSON.stringify(opened)).not.toMatch(/\d{17}/);
  expect(await program.caller.search.opened([])).toEqual([]);
});

describe('acts', () => {
  let before: ReturnType<typeof dump>;
  beforeEach(() => {
    before = dump(program.office());
  });
  const undoes = (changeSetId: number | null): void => {
    expect(changeSetId).not.toBeNull();
    expect(dump(program.office())).not.toEqual(before);
    undo(program.office(), nobody, changeSetId ?? 0);
    expect(dump(program.office())).toEqual(before);
  };
  const paper = { reason: '工作需要', documentNumber: '沂街办发〔2026〕9号' };

  test.each<[string, string, () => Promise<{ changeSetId: number | null }>]>([
    [
      'a new worker in a grid',
      '录用袁桂香，上岗东岭第二网格',
      () =>
        roster.workers.add({
          worker: {
            name: '袁桂香',
            idNumber: '37132319 6309069632',
            idNumberConfirmed: true,
            birthMonth: '1963.9',
            mobile: '１３８０５３９７７１１',
          },
          posting: { gridId: street.grids.second, day: '2026-09-28', ...paper },
        }),
    ],
    ['a new worker without one', '新增网格员 袁桂香', () => roster.workers.add({ worker: { name: '袁桂香' }, posting: null })],
    [
      'a change of data',
      '修改网格员 王秀英',
      () => roster.workers.save({ id: street.workers.wang, worker: { mobile: '13805391234', note: '备' } }),
    ],
    [
      'an assignment',
      '录用周未安，上岗东岭第二网格',
      () => roster.workers.assign({ workerId: street.workers.idle, gridId: street.grids.second, day: asOf, ...paper }),
    ],
    [
      'a transfer',
      '调整王秀英到东岭第二网格',
      () => roster.workers.transfer({ workerId: street.workers.wang, gridId: street.grids.second, day: asOf, ...paper }),
    ],
    [
      'a departure to come',
      '记录李建国退休',
      () => roster.workers.leave({ workerId: street.workers.li, kind: 'retirement', day: '2026-10-01' }),
    ],
    [
      'a swap',
      '王秀英与李建国对调网格',
      () => roster.workers.swap({ workerId: street.workers.wang, otherWorkerId: street.workers.li, day: asOf }),
    ],
    [
      'a first day',
      '更正张桂兰的上岗日期',
      () => roster.workers.correctPosting({ postingId: street.postings.zhang, firstDay: '2018-05-01', precision: 'month' }),
    ],
    [
      'a renaming from a day',
      '阳东街社区更名为阳光社区（自 2026-09-01 起），以它命名的 1 个网格随之改名',
      () => roster.places.saveCommunity({ id: street.places.east, community: { name: '阳光社区' }, effective: '2026-09-01' }),
    ],
    [
      'a compound’s company',
      '修改小区 锦绣花园',
      () =>
        roster.places.saveCompound({
          id: street.places.garden,
          compound: { buildingCount: 12, communityId: street.places.east },
          effective: 'correction',
        }),
    ],
    ['a community', '新增社区 新村', () => roster.places.addCommunity({ name: '新村', code: '371323001202', branchId: null })],
    ['a compound', '新增小区 新苑', () => roster.places.addCompound({ name: '新苑', communityId: street.places.west })],
    ['a grid', '新增网格 阳东街社区网格', () => roster.grids.add({ placeId: street.places.east })],
    [
      'a grid’s name',
      '东岭第一网格更正为东岭一网格',
      () => roster.grids.save({ id: street.grids.village, grid: { name: '东岭一网格' }, effective: 'correction' }),
    ],
    [
      'a grid’s data',
      '修改网格 东岭第一网格',
      () => roster.grids.save({ id: street.grids.village, grid: { name: '东岭第一网格', population: 12 } }),
    ],
    ['a closed grid', '停用网格 东岭第二网格', () => roster.grids.close({ id: street.grids.second, lastDay: asOf })],
    ['a branch', '新增社区总支 第三社区总支', () => roster.branches.add({ name: '第三社区总支' })],
    [
      'the branches’ order',
      '调整社区总支的顺序',
      () => roster.branches.reorder({ ids: [street.branches.second, street.branches.first] }),
    ],
    [
      'a dictionary’s words, with the rows that carry them',
      '修改用工来源“街道招聘”',
      () => roster.dictionaries.save({ dictionary: 'hiringSource', value: '街道招聘', newValue: '街道公开招聘' }),
    ],
  ])('undo takes back %s', async (_what, summary, act) => {
    const { changeSetId } = await act();
    expect((await program.caller.audit.latest()).act?.summary).toBe(summary);
    undoes(changeSetId);
  });

  test('a property company’s head and telephone are filled in, its note left alone', async () => {
    const { id, changeSetId } = await roster.propertyCompanies.add({ name: '青禾物业', note: '备' });
    const contact = { contact: '张三', phone: '0539-6221234' };
    const saved = await roster.propertyCompanies.save({ id, row: { name: '青禾物业', ...contact } });
    expect(await roster.propertyCompanies.list()).toMatchObject([{ name: '青禾物业', note: '备', ...contact }]);
    undo(program.office(), nobody, saved.changeSetId ?? 0);
    expect(await roster.propertyCompanies.list()).toMatchObject([{ contact: null, phone: null, note: '备' }]);
    undoes(changeSetId);
  });

  test('whoever leaves on a day to come is on duty until then', async () => {
    const { changeSetId } = await roster.workers.leave({ workerId: street.workers.li, kind: 'retirement', day: '2026-10-01' });
    const status = async (day: string) => (await roster.workers.list({ asOf: day, search: '李建国' })).rows[0]?.status;
    expect([await status('2026-09-28'), await status('2026-10-01'), await status('2026-10-02')]).toEqual([
      'leaving',
      'leaving',
      'left',
    ]);
    undoes(changeSetId);
  });

  test('who never served goes without a posting', async () => {
    const { idle } = street.workers;
    const { changeSetId } = await roster.workers.leave({ workerId: idle, kind: 'resignation', day: asOf, ...paper });
    expect((await roster.workers.list({ asOf, status: 'left' })).rows.map((row) => row.name)).toContain('周未安');
    expect((await roster.figures({ asOf })).workersWithoutGrid.count).toBe(0);
    undoes(changeSetId);
  });

  test('words typed short or new become the office’s own', async () => {
    const { id, changeSetId } = await roster.workers.add({
      worker: { name: '袁桂香', hiringSource: '计生择优', employer: '公益岗' },
      posting: null,
    });
    expect(await roster.workers.get({ id, asOf })).toMatchObject({ hiringSource: '计生专职查访员择优录用', employer: '公益岗' });
    expect((await roster.dictionaries.list()).employer.at(-1)).toEqual({ value: '公益岗', short: '公益岗', used: 1 });
    undoes(changeSetId);
  });

  test('a new name holds from its day, also for the grid that is called after the place, and the old one is found', async () => {
    const { changeSetId } = await roster.places.saveCommunity({
      id: street.places.east,
      community: { name: '阳光社区', branchId: street.branches.second },
      effective: '2026-09-01',
    });
    const at = async (day: string) => (await roster.workers.list({ asOf: day, search: '王秀英' })).rows[0];
    expect(await at('2026-08-31')).toMatchObject({ placeName: '阳东街社区', branchShort: '第一总支' });
    expect(await at('2026-09-01')).toMatchObject({ placeName: '阳光社区', branchShort: '第二总支', gridName: '阳光社区网格' });
    expect((await roster.places.list({ asOf, search: '阳东街' })).rows[0]).toMatchObject({
      name: '阳光社区',
      formerNames: ['阳东街社区'],
    });
    const found = async (text: string, kind: RowKind) =>
      (await program.caller.search.everything({ text })).find((group) => group.kind === kind);
    expect((await found('阳东街', 'place'))?.rows[0]?.note).toContain('曾用名 阳东街社区');
    expect(await found('阳东街社区网格', 'grid')).toMatchObject({
      total: 1,
      rows: [{ title: '阳光社区网格', note: expect.stringContaining('曾用名 阳东街社区网格') }],
    });
    expect((await roster.grids.list({ asOf, search: 'ydjsqwg' })).rows.map(({ name }) => name)).toEqual(['阳光社区网格']);
    undoes(changeSetId);
  });

  test('a doubtful ID number is taken only once it was looked at, and that is written down', async () => {
    const id = street.workers.zhao;
    const idNumber = '371323196309069658';
    await expect(roster.workers.save({ id, worker: { idNumber } })).rejects.toThrow('校验位不符，请对照原件核对');
    const { changeSetId } = await roster.workers.save({ id, worker: { idNumber, idNumberConfirmed: true } });
    expect(await roster.workers.get({ id, asOf })).toMatchObject({
      idNumberConfirmed: true,
      sex: 'male',
      birthMonth: '1963-09',
      gaps: ['noPhoto'],
    });
    undoes(changeSetId);
  });

  test('what was added by mistake is removed, and undo brings it back', async () => {
    const { id, changeSetId } = await roster.workers.add({ worker: { name: '录错' }, posting: null });
    const added = dump(program.office());
    const removed = await roster.workers.remove({ id });
    expect(dump(program.office())).toEqual(before);
    undo(program.office(), nobody, removed.changeSetId ?? 0);
    expect(dump(program.office())).toEqual(added);
    undoes(changeSetId);
  });
});

describe('what is refused, and how it is told', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    [
      'a taken grid',
      () => roster.workers.assign({ workerId: street.workers.idle, gridId: street.grids.east, day: asOf }),
      '“阳东街社区网格”自 2020-01-01 起由王秀英任职，同一时间不能再安排别人。',
    ],
    [
      'a second grid',
      () => roster.workers.assign({ workerId: street.workers.wang, gridId: street.grids.second, day: asOf }),
      '王秀英自 2020-01-01 起在“阳东街社区网格”任职',
    ],
    [
      'a second departure',
      () => roster.workers.leave({ workerId: street.workers.left, kind: 'dismissal', day: asOf }),
      '孙立国已登记 2026-09-15 辞退，不能重复办理离岗',
    ],
    [
      'an end before the beginning',
      () => roster.workers.transfer({ workerId: street.workers.shan, gridId: street.grids.second, day: '2024-02-29' }),
      '单玉红自 2024-02-29 才到',
    ],
    ['removing who has a history', () => roster.workers.remove({ id: street.workers.wang }), '王秀英有任职或变动记录，不能删除'],
    [
      'somebody else’s ID number',
      () => roster.workers.save({ id: street.workers.zhao, worker: { idNumber: idNumbers.wang } }),
      '已登记在王秀英名下',
    ],
    [
      'a damaged ID number',
      () => roster.workers.save({ id: street.workers.zhao, worker: { idNumber: '3.71323E+17' } }),
      '号码已被 Excel 改成科学计数',
    ],
    [
      'a sex that contradicts',
      () => roster.workers.save({ id: street.workers.li, worker: { sex: 'male' } }),
      '性别与身份证号不一致',
    ],
    [
      'a short mobile',
      () => roster.workers.save({ id: street.workers.li, worker: { mobile: '1380539' } }),
      '共 7 位，手机号码应为 11 位',
    ],
    ['a made-up mobile', () => roster.workers.save({ id: street.workers.li, worker: { mobile: '18999999999' } }), '不像真实号码'],
    [
      'somebody who is there already',
      () => roster.workers.add({ worker: { name: '赵德清', mobile: '199 3260 9546' }, posting: null }),
      '已有手机号码为 19932609546 的网格员赵德清',
    ],
    ['a name that is none', () => roster.workers.add({ worker: { name: '合计' }, posting: null }), '不是姓名'],
    [
      'removing a place in use',
      () => roster.places.remove({ id: street.places.east }),
      '“阳东街社区”下面还有（或曾有）网格或小区',
    ],
    ['removing a branch in use', () => roster.branches.remove({ id: street.branches.first }), '第一社区总支名下有（或曾有）社区'],
    ['removing a grid with a history', () => roster.grids.remove({ id: street.grids.second }), '“东岭第二网格”有任职记录'],
    [
      'closing a grid somebody serves in',
      () => roster.grids.close({ id: street.grids.east, lastDay: asOf }),
      '王秀英在 2026-09-28 以后仍在“阳东街社区网格”任职',
    ],
    [
      'a word in use',
      () => roster.dictionaries.remove({ dictionary: 'hiringSource', value: '街道招聘' }),
      '有 1 名网格员的用工来源是“街道招聘”',
    ],
    ['a place that is gone', () => roster.places.get({ id: 999, asOf }), '没有这个社区或小区'],
    ['a worker who is gone', () => roster.workers.get({ id: 999, asOf }), '没有找到这名网格员'],
  ])('%s', async (_what, act, told) => {
    const before = dump(program.office());
    await expect(act()).rejects.toThrow(told);
    expect(dump(program.office())).toEqual(before);
  });

  test('a day that is none, on every question that takes one', async () => {
    for (const day of ['2026-02-30', '2026-9-1', '20260928', 'today', '', "2026-09-28' OR 1"]) {
      const asked = { asOf: day };
      for (const question of [
        () => roster.workers.list(asked),
        () => roster.workers.ids(asked),
        () => roster.workers.get({ id: 1, ...asked }),
        () => roster.places.list(asked),
        () => roster.places.get({ id: 1, ...asked }),
        () => roster.branches.list(asked),
        () => roster.grids.list(asked),
        () => roster.grids.get({ id: 1, ...asked }),
        () => roster.figures(asked),
        () => roster.gaps(asked),
        () => roster.workers.assign({ workerId: 1, gridId: 1, day }),
        () => roster.grids.close({ id: 1, lastDay: day }),
      ])
        await expect(question()).rejects.toThrow('日期应为');
    }
  });

  test('the screen reads Chinese and no stack', async () => {
    const answer = await program.fetch('/trpc/roster.workers.assign', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ workerId: street.workers.idle, gridId: street.grids.east, day: asOf }),
    });
    const body = (await answer.json()) as { error: { message: string; data: { refusal: boolean; stack?: string } } };
    expect(answer.status).toBe(422);
    expect(body.error.message).toMatch(/^“阳东街社区网格”自/);
    expect(body.error.data).toMatchObject({ refusal: true });
    expect(JSON.stringify(body)).not.toMatch(/SQLITE|\.ts:|constraint/i);
  });
});

test('no answer carries a whole ID number but the one that is asked for, which is written down', async () => {
  const { wang } = street.workers;
  const answers = [
    await roster.workers.list({ asOf }),
    await roster.workers.list({ asOf, search: idNumbers.wang }),
    await roster.workers.get({ id: wang, asOf }),
    await roster.grids.list({ asOf }),
    await roster.grids.get({ id: street.grids.east, asOf }),
    await roster.places.get({ id: street.places.east, asOf }),
    await roster.figures({ asOf }),
    await roster.gaps({ asOf }),
    await program.caller.search.everything({ text: idNumbers.wang }),
    await program.caller.search.everything({ text: 'wxy' }),
    await roster.workers.save({ id: wang, worker: { note: '核对过' } }),
    await program.caller.audit.list({}),
  ];
  for (const answer of answers)
    for (const idNumber of Object.values(idNumbers)) expect(JSON.stringify(answer)).not.toContain(idNumber);
  expect(await roster.workers.revealIdNumber({ id: wang })).toMatchObject({ idNumber: idNumbers.wang });
  const [latest] = (await program.caller.audit.list({ limit: 1 })).rows;
  expect(latest).toMatchObject({ kind: 'reveal', summary: '查看王秀英的身份证号', actor: '测试员' });
});

test('a place that begins later says from when on it is listed', async () => {
  const { id } = await roster.places.addCommunity({ name: '新城社区', firstDay: '2026-12-01' });
  await expect(roster.places.get({ id, asOf })).rejects.toThrow(
    '“新城社区”自 2026-12-01 才启用，2026-09-28 还没有它，到那天才会列出',
  );
});
