// An import and time: a file speaks of a day, by whose names and codes it is read; and nobody is moved across what is written
// down of them already.
import { utils, write } from 'xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileImport, judgeFile } from '../harness/imports.ts';
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

const october = '2026-10-01';
const eastCode = '371323001001001';
const zhao = ['赵德清', '19932609546'];
const li = ['李建国', '13953912345'];
const second = ['东岭村', '371323001201002'];

const titles = ['姓名', '联系电话', '社区', '网格编码', '上岗日期'];
const read = (...rows: string[][]): Promise<FileImport> =>
  judgeFile(
    program.deps,
    '花名册.xlsx',
    new Uint8Array(
      write(
        { SheetNames: ['花名册'], Sheets: { 花名册: utils.aoa_to_sheet([titles, ...rows]) } },
        { type: 'array', bookType: 'xlsx' },
      ) as ArrayBuffer,
    ),
  );
const told = async (file: FileImport) => (await file.issues()).map(({ reason }) => reason);
const from = (file: FileImport, effectiveDay: string) => file.ask('chooseEffectiveDay', { effectiveDay });
const gridsOf = async (id: number, day: string) =>
  (await roster.workers.get({ id, asOf: day })).postings.filter(({ current }) => current).map(({ gridId }) => gridId);
const mobileOf = async (id: number) => (await roster.workers.get({ id, asOf: testDay })).mobile ?? '';

describe('by the codes and names of its day', () => {
  test('a code that passes on to another grid means the one that has it then', async () => {
    await roster.grids.save({ id: street.grids.east, grid: { code: '371323001001099' }, effective: october });
    await roster.grids.save({ id: street.grids.second, grid: { code: eastCode }, effective: october });
    const file = await read([...zhao, '', eastCode, '']);
    expect(await told(file)).toEqual(['“阳东街社区网格”现在是王秀英在岗，请先办理王秀英的离岗或调整']);
    await from(file, october);
    expect(await told(file)).toEqual([]);
    await from(file, testDay);
    expect(await told(file)).toHaveLength(1);
    await from(file, october);
    await file.commit();
    expect(await gridsOf(street.workers.zhao, october)).toEqual([street.grids.second]);
    expect(await gridsOf(street.workers.zhao, testDay)).toEqual([street.grids.village]);
  });

  test('a name still to come is known on its day only', async () => {
    await roster.places.saveCommunity({ id: street.places.village, community: { name: '岭上社区' }, effective: october });
    const file = await read([...zhao, '岭上社区', second[1] ?? '', '']);
    expect((await file.summary()).asksEffectiveDay).toBe(true);
    expect(await told(file)).toMatchObject([expect.stringContaining('台账中没有这个社区')]);
    await from(file, october);
    expect(await told(file)).toEqual([]);
  });

  test('a grid that is closed before it is named so', async () => {
    await roster.grids.close({ id: street.grids.second, lastDay: testDay });
    const file = await read([...zhao, ...second, '']);
    for (const day of [october, testDay]) {
      await from(file, day);
      expect(await told(file)).toEqual([
        `“东岭第二网格”用到 ${testDay} 为止，不能再安排赵德清。请改选别的网格，或先撤销它的停用`,
      ]);
    }
  });

  test('what two grids have in an office of an earlier program is asked back', async () => {
    for (const when of ['insert', 'update']) program.office().db.exec(`DROP TRIGGER grid_version_code_${when}`);
    await roster.grids.save({ id: street.grids.second, grid: { code: eastCode }, effective: 'correction' });
    expect(await told(await read([...zhao, '', eastCode, '']))).toEqual([
      `${testDay} 这一天有两个网格用这个编码：“阳东街社区网格”和“东岭第二网格”，无法确定是哪一个。请先在“网格”里更正编码`,
    ]);
  });

  test('a code that was given up makes no new grid or community since always', async () => {
    await roster.grids.save({ id: street.grids.second, grid: { code: '371323001201099' }, effective: '2026-09-01' });
    await roster.places.saveCommunity({ id: street.places.west, community: { code: '371323001099' }, effective: '2026-09-01' });
    const file = await read(['何来英', '13805391234', ...second, ''], ['高后来', '13805391235', '新村', '371323001002009', '']);
    await file.choose({ mayCreatePlaces: true });
    await file.judge();
    expect(await told(file)).toEqual([
      '代码 371323001201002 到 2026-08-31 为止由“东岭第二网格”使用，导入时不能用它新建网格。请先在“网格”里新增并填写启用日期，再导入',
      '台账中没有这个村，可能是“阳西街社区”',
    ]);
  });
});

describe('and what is written down of somebody', () => {
  test('whoever has a departure registered isn’t moved on, on whatever day', async () => {
    await roster.workers.leave({ workerId: street.workers.li, kind: 'retirement', day: '2026-10-31' });
    const before = dump(program.office());
    const file = await read([li[0] ?? '', await mobileOf(street.workers.li), ...second, '']);
    for (const day of [testDay, '2026-10-31', '2026-11-01', '2026-12-01']) {
      await from(file, day);
      expect(await told(file)).toEqual([
        '李建国在“沂河名郡网格”的任职已登记到 2026-10-31 结束，不能再从那里调走。请先撤销那次登记',
      ]);
    }
    await expect(file.commit()).rejects.toThrow('没有勾选要写入的行');
    expect(dump(program.office())).toEqual(before);
  });

  test('who is to go isn’t taken on across that day', async () => {
    await roster.workers.save({ id: street.workers.idle, worker: { mobile: '13805391236' } });
    await roster.workers.leave({ workerId: street.workers.idle, kind: 'resignation', day: '2026-12-01' });
    const file = await read(['周未安', '13805391236', ...second, '']);
    const across = (day: string) => [
      `周未安已登记 2026-12-01 离职，自 ${day} 起的任职会越过这一天。请先撤销那次登记，或把上岗日期改到 2026-12-01 之后`,
    ];
    expect(await told(file)).toEqual(across(testDay));
    await from(file, '2026-12-02');
    expect(await told(file)).toEqual([]);
    expect(await told(await read(['周未安', '13805391236', ...second, '2026-09-20']))).toEqual(across('2026-09-20'));
  });

  test('whose grid is going to be closed is moved like anybody', async () => {
    await roster.workers.save({ id: street.workers.idle, worker: { mobile: '13805391236' } });
    await roster.grids.close({ id: street.grids.second, lastDay: '2026-12-31' });
    await roster.workers.assign({ workerId: street.workers.idle, gridId: street.grids.second, day: testDay });
    await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: '2026-10-31' });
    const file = await read(['周未安', '13805391236', '东岭村', '371323001201001', '']);
    await from(file, '2026-11-01');
    expect(await told(file)).toEqual([]);
    await file.commit();
    expect(await gridsOf(street.workers.idle, '2027-06-01')).toEqual([street.grids.village]);
  });

  test('a first day that is filled in is that of the 录用 too', async () => {
    const { zhang } = street.workers;
    const known = async () => {
      const { firstPosted, actions } = await roster.workers.get({ id: zhang, asOf: testDay });
      return [firstPosted, actions.map(({ kind, day }) => [kind, day])];
    };
    expect(await known()).toEqual([null, [['hire', null]]]);
    const file = await read(['张桂兰', '', '阳西街社区', '371323001002001', '2019-05-06']);
    await file.commit();
    expect(await known()).toEqual(['2019-05-06', [['hire', '2019-05-06']]]);
    await file.undo();
    expect(await known()).toEqual([null, [['hire', null]]]);
  });

  test('whoever goes before the file holds is in nobody’s way', async () => {
    await roster.workers.leave({ workerId: street.workers.zhao, kind: 'retirement', day: '2026-10-31' });
    const file = await read(['何来英', '13805391234', '东岭村', '371323001201001', '']);
    for (const [day, free] of [
      [testDay, false],
      ['2026-10-31', false],
      ['2026-11-01', true],
    ] as const) {
      await from(file, day);
      expect(await told(file)).toHaveLength(free ? 0 : 1);
    }
    await file.commit();
    expect((await roster.grids.get({ id: street.grids.village, asOf: '2026-11-01' })).workerName).toBe('何来英');
  });
});
