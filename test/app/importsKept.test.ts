// What a file says otherwise than the roster and an import leaves as it is stands in the preview as the roster has it, with what the
// file says beside it; what can't be so at all is refused by row.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type During, sessionCalls } from '../../main/rooms/imports/calls.ts';
import type { ImportOptions } from '../../shared/imports/wizard.ts';
import { ImportCalls, workbookOf } from '../harness/importCalls.ts';
import { never } from '../harness/imports.ts';
import { nobody, openProgram, testDay } from '../harness/program.ts';
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

const titles = ['姓名', '联系电话', '社区', '小区', '网格编码', '上岗日期', '社区总支', '出生年月', '性别'];
const read = (rows: string[][], options: Partial<ImportOptions> = {}): Promise<ImportCalls> =>
  ImportCalls.judged(program.deps, [titles, ...rows], options);
const told = (file: ImportCalls) => file.issues().map(({ row, column, reason }) => [row, column, reason]);
const east = ['阳东街社区', '', '371323001001001'];

test('a known first day and the branch of a community that has one are shown as they stay', async () => {
  const before = dump(program.office());
  const file = await read([['王秀英', '15035060152', ...east, '2021.05', '第二社区总支', '', '']]);
  expect(told(file)).toEqual([]);
  expect(file.rows('same')[0]?.cells).toMatchObject({
    firstDay: { value: '2020-01-01', note: '表中写 2021.05，不改' },
    branch: { value: '第一社区总支', note: '表中写“第二社区总支”，不改' },
  });
  expect(file.summary().keptCells).toBe(2);
  const agreeing = await read([['王秀英', '15035060152', ...east, '2020.01', '第一总支', '', '']]);
  expect(agreeing.summary().keptCells).toBe(0);
  expect(dump(program.office())).toEqual(before);
});

test('a new community that only rows of its compounds name comes under the branch that they name', async () => {
  const file = await read([['何来英', '13805391234', '新区', '新苑小区', '371323001301001', '', '第二社区总支', '', '']], {
    mayCreatePlaces: true,
  });
  expect(told(file)).toEqual([]);
  await file.commit();
  const { rows } = await roster.places.list({ asOf: testDay, search: '新区' });
  expect(rows.map(({ name, branchName }) => [name, branchName])).toContainEqual(['新区', '第二社区总支']);
});

test('the code of a new grid begins with that of its community', async () => {
  const file = await read([['何来英', '13805391234', '东岭村', '', '371323001001009', '', '', '', '']], {
    mayCreatePlaces: true,
  });
  expect(told(file)).toEqual([[2, '网格编码', '前 12 位不是“东岭村”的区划代码 371323001201，请核对']]);
});

test('nobody is born otherwise than the number says that the roster has of them', async () => {
  const wang = ['王秀英', '15035060152', ...east, '', ''];
  expect(told(await read([[...wang, '1970.01', '']]))).toEqual([
    [2, '出生年月', '台账中王秀英的身份证号里是 1963.09，请核对；号码有误的请在表中补上身份证号'],
  ]);
  const li = ['李建国', '15391112395', '阳东街社区', '沂河名郡', '371323001001002', '', '', ''];
  expect(told(await read([[...li, '男']]))).toEqual([
    [2, '性别', '台账中李建国的身份证号里是女，请核对；号码有误的请在表中补上身份证号'],
  ]);
  expect(
    told(
      await read([
        [...wang, '1963.09', ''],
        [...li, '女'],
      ]),
    ),
  ).toEqual([]);
});

test('a landline in the column of telephones takes nothing from the mobile that somebody confirmed', async () => {
  const confirmed = () => program.office().row('worker', street.workers.zhang);
  await roster.workers.save({ id: street.workers.zhang, worker: { mobile: '12345678901', mobileConfirmed: true } });
  expect(confirmed()).toMatchObject({ mobile: '12345678901', mobile_confirmed: 1 });
  const file = await read([['张桂兰', '0539-2251234', '阳西街社区', '', '371323001002001', '', '', '', '']]);
  expect(told(file)).toEqual([]);
  await file.commit();
  expect(confirmed()).toMatchObject({ mobile: '12345678901', mobile_confirmed: 1, landline: '0539-2251234' });
});

test('whoever had gone and comes back by a list is written down as taken on', async () => {
  const file = await read([['孙立国', '13805390001', '东岭村', '', '371323001201002', '2026-09-20', '', '', '']]);
  expect(told(file)).toEqual([]);
  const before = dump(program.office());
  const { changeSetId } = await file.commit();
  const { actions } = await roster.workers.get({ id: street.workers.left, asOf: testDay });
  expect(actions[0]).toMatchObject({ kind: 'hire', day: '2026-09-20' });
  await program.caller.audit.undo({ changeSetId: changeSetId ?? 0 });
  expect(dump(program.office())).toEqual(before);
});

test('a day of effect that can only be a slip of the hand is refused, and the present one holds', async () => {
  const file = await read([['赵德清', '19932609546', '东岭村', '', '371323001201002', '', '', '', '']]);
  for (const day of ['2206-09-28', '1926-09-28'])
    expect(() => file.chooseEffectiveDay(day)).toThrow(`调整生效的日期 ${day} 离今天太远，可能是年份写错了`);
  await file.commit();
  const { postings } = await roster.workers.get({ id: street.workers.zhao, asOf: testDay });
  expect(postings[0]).toMatchObject({ firstDay: testDay });
  await expect(
    ImportCalls.judged(program.deps, [titles, ['赵德清', '', ...east, '', '', '', '']], { effectiveDay: '2206-09-28' }),
  ).rejects.toThrow('离今天太远');
});

test('one person in two rows, with an ID number in one of them only, is asked about', async () => {
  const withNumber = [...titles, '身份证号'];
  const rows = [
    ['何来英', '13805391234', '东岭村', '', '371323001201002', '', '', '', '', '371323198001010115'],
    ['何来英', '13805391234', ...east, '', '', '', '', ''],
  ];
  const file = await ImportCalls.judged(program.deps, [withNumber, ...rows]);
  expect(told(file)).toContainEqual([3, '姓名', '与第 2 行的姓名和手机号码相同，是同一个人的请选择，不是的请补上身份证号']);
  expect(file.rows('new').map(({ row }) => row)).toEqual([2]);
});

test('a grid goes by its code, and its name in the file is shown as it stays', async () => {
  const named = [...titles, '网格名称'];
  const row = ['赵德清', '19932609546', '东岭村', '', '371323001201001', '', '', '', '', '别格'];
  const file = await ImportCalls.judged(program.deps, [named, row]);
  expect(told(file)).toEqual([]);
  expect(file.rows('same')[0]?.cells.gridName).toEqual({ value: '东岭第一网格', note: '表中写“别格”，不改' });
});

test('nobody was born in a month still to come', async () => {
  const row = (born: string) => ['单玉红', '15034043376', '阳西街社区', '锦绣花园', '371323001002002', '', '', born, ''];
  for (const born of ['2150.03', '2026.10'])
    expect(told(await read([row(born)]))).toEqual([[2, '出生年月', '这个月还没有到，请核对']]);
});

test('a sheet that is named by somebody’s number is shown with the number masked', () => {
  const calls = sessionCalls({ id: 'test', path: program.office().path });
  const during: During = {
    asked: { actor: nobody, preferencesOf: '', now: new Date(), today: testDay },
    office: () => program.office(),
    signal: never,
    progress: () => undefined,
  };
  calls.read({ fileName: '花名册.xlsx', bytes: workbookOf([titles, ['何来英']], '张三371323198811129847') }, during);
  expect(calls.state(null, during).sheets).toMatchObject([{ name: '张三371323**********47' }]);
});
