// What an import fills in or creates (branches, communities, compounds, codes) beside what begins only later or was given up:
// told by row in the preview, so that the writing has nothing left to refuse and nothing goes in that no list shows.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countRoster } from '../../main/rooms/roster/survey.ts';
import type { ImportOptions } from '../../shared/imports/wizard.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram, testDay } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

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
const titles = ['姓名', '联系电话', '社区', '小区', '网格编码', '上岗日期', '社区总支'];
const zhao = ['赵德清', '19932609546'];
const he = ['何来英', '13805391234'];
const gao = ['高后来', '13805391235'];
const village = ['东岭村', '', '371323001201001', ''];
const second = ['东岭村', '', '371323001201002', ''];

const read = (rows: string[][], options: Partial<ImportOptions> = {}): Promise<ImportCalls> =>
  ImportCalls.judged(program.deps, [titles, ...rows], options);
const mayCreate = { mayCreatePlaces: true };
const told = (file: ImportCalls) => file.issues().map(({ row, column, reason }) => [row, column, reason]);
const branchOf = async (id: number): Promise<string | null> =>
  (await roster.places.get({ id, asOf: testDay })).branchName ?? null;
/** 东岭村 is under no branch. */
const withoutBranch = () =>
  roster.places.saveCommunity({ id: street.places.village, community: { branchId: null }, effective: 'correction' });

describe('a branch', () => {
  test('that nobody knows is made only where new ones are allowed, and counted', async () => {
    await withoutBranch();
    const rows = [[...zhao, ...village, '东岭社区总支']];
    expect(told(await read(rows))).toEqual([[2, '社区总支', '台账中没有这个社区总支，请核对，或先在“社区与小区”里新增']]);
    expect(told(await read([[...zhao, ...village, '第以社区总支']]))).toEqual([
      [2, '社区总支', '台账中没有这个社区总支，可能是“第一社区总支”'],
    ]);
    const file = await read(rows, mayCreate);
    expect(told(file)).toEqual([]);
    expect(file.summary().after.branches).toEqual({ before: 2, after: 3 });
    await file.commit();
    expect(countRoster(program.office(), testDay).branches).toBe(3);
    expect(await branchOf(street.places.village)).toBe('东岭社区总支');
  });

  test('is filled in for a newcomer too, and shown by its full name', async () => {
    await withoutBranch();
    const file = await read([[...he, ...second, '第二总支']]);
    expect(file.rows('new')[0]?.cells.branch).toEqual({
      value: '第二社区总支',
      old: '',
    });
    await file.commit();
    expect(await branchOf(street.places.village)).toBe('第二社区总支');
  });

  test('that begins only later is no branch of what was there before', async () => {
    await withoutBranch();
    await roster.branches.add({ name: '新区社区总支', firstDay: '2026-09-01' });
    const row = [...zhao, ...village, '新区社区总支'];
    expect(told(await read([row]))).toEqual([
      [
        2,
        '社区总支',
        '“新区社区总支”自 2026-09-01 才启用，“东岭村”在那以前就有，导入时不能补上。请先在“社区与小区”里写明“东岭村”从哪天起归它，或在“对应列”里把这一列改为“不导入”',
      ],
    ]);
    expect(told(await read([[...he, '岭南村', '', '', '', '新区社区总支']], mayCreate))).toEqual([
      [
        2,
        '社区总支',
        '“新区社区总支”自 2026-09-01 才启用，“岭南村”在那以前就有，导入时不能补上。请先在“社区与小区”里写明“岭南村”从哪天起归它，或在“对应列”里把这一列改为“不导入”',
      ],
    ]);
    // Whose own time begins no earlier may be under it.
    const { id } = await roster.places.addCommunity({ name: '新区', firstDay: '2026-09-10' });
    const file = await read([[...he, '新区', '', '', '2026-09-10', '新区总支']], mayCreate);
    expect(told(file)).toEqual([]);
    await file.commit();
    expect(await branchOf(id)).toBe('新区社区总支');
  });

  test('that is there only after the day of the file is not made a second time', async () => {
    await withoutBranch();
    await roster.branches.add({ name: '新区社区总支', firstDay: october });
    for (const name of ['新区社区总支', '新区总支'])
      expect(told(await read([[...zhao, ...village, name]], mayCreate))).toEqual([
        [
          2,
          '社区总支',
          `“${name}”自 ${october} 才启用。请把“调整生效的日期”改为 ${october} 或以后，或在“对应列”里把这一列改为“不导入”`,
        ],
      ]);
    expect((await read([[...zhao, ...village, '新区总支']], mayCreate)).summary().asksEffectiveDay).toBe(true);
  });

  test('that may be two is asked back, and one that the file spells in two ways is made once', async () => {
    await withoutBranch();
    for (const id of [street.branches.first, street.branches.second])
      await roster.branches.save({ id, branch: { short: '阳光' }, effective: 'correction' });
    expect(told(await read([[...zhao, ...village, '阳光']]))).toEqual([
      [2, '社区总支', '“阳光”可能是“第一社区总支”或“第二社区总支”，请写总支的全称'],
    ]);
    const rows = [
      [...he, '岭南村', '', '', '', '岭南社区总支'],
      [...gao, '岭北村', '', '', '', '岭南总支'],
    ];
    for (const order of [rows, rows.toReversed()]) {
      const file = await read(order, mayCreate);
      expect(told(file)).toEqual([]);
      expect(file.summary().after.branches).toEqual({ before: 2, after: 3 });
      const { changeSetId } = await file.commit();
      expect(countRoster(program.office(), testDay).branches).toBe(3);
      await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
    }
  });

  test('of one community is one: the row that says another is told', async () => {
    await withoutBranch();
    const other = '“东岭村”的其他行写的社区总支是“第一社区总支”，请核对';
    expect(
      told(
        await read([
          [...zhao, ...village, '第一社区总支'],
          [...he, ...second, '第二社区总支'],
        ]),
      ),
    ).toEqual([[3, '社区总支', other]]);
    const created = [
      [...he, '岭南村', '', '371323001301001', '', '第一社区总支'],
      [...gao, '岭南村', '', '371323001301002', '', '第二社区总支'],
    ];
    expect(told(await read(created, mayCreate))).toEqual([[3, '社区总支', other.replace('东岭村', '岭南村')]]);
  });

  test('that only an unticked row names is not made', async () => {
    const created = [
      [...he, '岭南村', '', '371323001301001', '', ''],
      [...gao, '岭南村', '', '371323001301002', '', '岭南社区总支'],
    ];
    const file = await read(created, mayCreate);
    file.tick('new', [3], false);
    expect(file.summary().after.branches).toEqual({ before: 2, after: 2 });
    await file.commit();
    expect(countRoster(program.office(), testDay).branches).toBe(2);
  });
});

describe('a new place', () => {
  test('in a community that begins only later is not served in before', async () => {
    await roster.places.addCommunity({ name: '新区', firstDay: '2026-09-10' });
    const early = await read([[...he, '新区', '新苑', '', '2026-09-01', '']], mayCreate);
    expect(told(early)).toEqual([
      [2, '上岗日期', '“新区”自 2026-09-10 才启用，何来英不能更早在这里上岗。请把“上岗日期”改为 2026-09-10 或以后'],
    ]);
    const unknown = await read([[...he, '新区', '新苑', '', '', '']], mayCreate);
    expect(told(unknown)).toEqual([
      [2, '小区', '“新区”自 2026-09-10 才启用，何来英不能更早在这里上岗。请在表中写明“上岗日期”（2026-09-10 或以后）'],
    ]);
    const file = await read([[...he, '新区', '新苑', '', '2026-09-10', '']], mayCreate);
    expect(told(file)).toEqual([]);
    expect(await file.commit()).toMatchObject({ added: 1 });
  });

  test('is not made beside one that begins, or is called so, only later', async () => {
    await roster.places.addCommunity({ name: '新区', firstDay: october });
    await roster.places.saveCompound({ id: street.places.garden, compound: { name: '锦绣家园' }, effective: october });
    const file = await read(
      [
        [...he, '新区社区', '', '', '', ''],
        [...gao, '阳西街社区', '锦绣家园', '', '', ''],
      ],
      mayCreate,
    );
    const ask = `请把“调整生效的日期”改为 ${october} 或以后`;
    expect(told(file)).toEqual([
      [2, '社区', `“新区”自 ${october} 才启用。${ask}`],
      [3, '小区', `“锦绣花园”自 ${october} 起才叫“锦绣家园”。${ask}`],
    ]);
  });

  test('of one name is one, whether its rows have the code of its community or not', async () => {
    const file = await read(
      [
        [...he, '岭南村', '岭苑', '', '', ''],
        [...gao, '岭南村', '岭苑', '371323001301002', '', ''],
      ],
      mayCreate,
    );
    expect(file.summary().after.compounds).toEqual({ before: 2, after: 3 });
    await file.commit();
    expect(countRoster(program.office(), testDay)).toMatchObject({ communities: 4, compounds: 3 });
  });

  test('takes a code that another had by no row of it', async () => {
    await roster.places.saveCommunity({ id: street.places.west, community: { code: '371323001099' }, effective: '2026-09-01' });
    await roster.places.saveCommunity({ id: street.places.west, community: { code: '371323001098' }, effective: '2026-09-10' });
    await roster.places.saveCommunity({ id: street.places.west, community: { name: '西街' }, effective: '2026-09-10' });
    await roster.places.saveCommunity({ id: street.places.west, community: { code: '371323001097' }, effective: october });
    const file = await read(
      [
        [...he, '岭南村', '', '', '', ''],
        [...gao, '岭南村', '', '371323001097001', '', ''],
      ],
      mayCreate,
    );
    expect(told(file)).toEqual([
      [3, '网格编码', expect.stringContaining(`代码 371323001097 自 ${october} 起由“西街”使用，导入时不能用它新建社区`)],
    ]);
    expect(await file.commit()).toMatchObject({ added: 1 });
  });

  test('of a community’s name within it is another place', async () => {
    const file = await read(
      [
        [...he, '岭南', '', '', '', ''],
        [...gao, '岭南', '岭南', '', '', ''],
      ],
      mayCreate,
    );
    expect(told(file)).toEqual([]);
    await file.commit();
    expect(countRoster(program.office(), testDay)).toMatchObject({ communities: 4, compounds: 3, grids: 8 });
  });
});

describe('a grid without a code', () => {
  beforeEach(() => roster.grids.save({ id: street.grids.second, grid: { code: null }, effective: 'correction' }));
  const codeOf = async (id: number): Promise<string | null> => (await roster.grids.get({ id, asOf: testDay })).code;

  test('is not given one that another grid had', async () => {
    await roster.grids.save({ id: street.grids.east, grid: { code: '371323001001009' }, effective: '2026-09-01' });
    for (const person of [he, zhao])
      expect(told(await read([[...person, '东岭村', '', '371323001001001', '', '']]))).toEqual([
        [
          2,
          '网格编码',
          '代码 371323001001001 到 2026-08-31 为止由“阳东街社区网格”使用，导入时不能补给“东岭第二网格”。请核对编码，或先在“网格”里写明从哪天起改用它',
        ],
      ]);
  });

  test('is given one that was given up before it began', async () => {
    const code = '371323001002077';
    await roster.grids.save({ id: street.grids.east, grid: { code }, effective: 'correction' });
    await roster.grids.save({ id: street.grids.east, grid: { code: '371323001001009' }, effective: '2026-09-01' });
    const { id } = await roster.grids.add({ placeId: street.places.garden, name: '锦绣二网格', firstDay: '2026-09-01' });
    await roster.workers.leave({ workerId: street.workers.shan, kind: 'resignation', day: '2026-09-20' });
    await roster.grids.close({ id: street.grids.garden, lastDay: '2026-09-27' });
    const file = await read([[...he, '阳西街社区', '锦绣花园', code, '2026-09-02', '']]);
    expect(told(file)).toEqual([]);
    expect(file.rows('new')[0]?.cells.gridCode).toMatchObject({ old: '' });
    await file.commit();
    expect(await codeOf(id)).toBe(code);
  });

  test('gets a newcomer’s code, and two rows that give one code to two grids are told', async () => {
    const code = '371323001201008';
    await roster.grids.save({ id: street.grids.garden, grid: { code: null }, effective: 'correction' });
    await roster.workers.leave({ workerId: street.workers.shan, kind: 'resignation', day: '2026-09-20' });
    const both = await read([
      [...he, '东岭村', '', code, '', ''],
      [...gao, '阳西街社区', '锦绣花园', code, '', ''],
    ]);
    expect(told(both)).toEqual([
      [2, '网格编码', '与第 3 行的网格编码相同，但不在同一个网格，请核对'],
      [3, '网格编码', '前 12 位不是“阳西街社区”的区划代码 371323001002，请核对'],
      [3, '网格编码', '与第 2 行的网格编码相同，但不在同一个网格，请核对'],
    ]);
    const file = await read([[...he, '东岭村', '', code, '', '']]);
    await file.commit();
    expect(await codeOf(street.grids.second)).toBe(code);
  });
});

test('a first day that can only be a slip is told, wherever it would go', async () => {
  const file = await read([
    ['张桂兰', '', '阳西街社区', '', '371323001002001', '1926-05-06', ''],
    [...he, ...second.slice(0, 3), '1926-05-06', ''],
  ]);
  expect(told(file)).toEqual([
    [2, '上岗日期', '离今天太远，可能是年份写错了，请核对'],
    [3, '上岗日期', '离今天太远，可能是年份写错了，请核对'],
  ]);
});
