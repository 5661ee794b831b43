// What an import does with grids that have a history and with people who hold several: seen in the preview, row by row, so that
// the writing has nothing left to refuse.
import { utils, write } from 'xlsx';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPosting } from '../../main/rooms/roster/postings.ts';
import { listOnDuty } from '../../main/rooms/roster/survey.ts';
import { type FileImport, judgeFile } from '../harness/imports.ts';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';
import { nobody, openProgram, testDay } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterEach(() => program.close());

const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '参加工作时间', '上岗日期'];
const newcomer = ['何来英', `37132319900101552${checkCharacterOf('37132319900101552')}`, '13805391234'];
const later = ['高后来', '', '13805391235'];
const village = ['东岭村', '371323001201001'];
const second = ['东岭村', '371323001201002'];
const manor = ['阳东街社区', '371323001001002'];

const read = (rows: string[][]): Promise<FileImport> =>
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
async function readWithFirstDays(rows: string[][]): Promise<FileImport> {
  const file = await read(rows);
  await file.choose({ startedWorkIsFirstDay: true });
  await file.judge();
  return file;
}
const told = async (file: FileImport) => (await file.issues()).map(({ row, column, reason }) => [row, column, reason]);
const gridsOf = (name: string): string[] =>
  listOnDuty(program.office(), testDay)
    .filter(({ worker }) => worker === name)
    .map(({ grid }) => grid);

test('a first day before the last holder left is refused by row, and the others go in', async () => {
  const file = await readWithFirstDays([
    [...newcomer, ...second, '2018.05', ''],
    ['王秀英', idNumbers.wang, '15035060153', '阳东街社区', '371323001001001', '', ''],
  ]);
  expect(await told(file)).toEqual([
    [
      2,
      '参加工作时间',
      '“东岭第二网格”到 2026-09-15 一直由孙立国任职，何来英不能从 2018-05-01 起在这里上岗。请在表中写明“上岗日期”（2026-09-16 或以后），或在“对应列”里选参加工作时间“不是”上岗日期',
    ],
  ]);
  expect((await file.summary()).counts).toMatchObject({ new: 0, changed: 1, refused: 1 });
  expect(await file.commit()).toMatchObject({ added: 0, changed: 1, leftOut: 1 });
});

test('a first day of its own after the last holder goes in', async () => {
  const file = await readWithFirstDays([[...newcomer, ...second, '2018.05', '2026-09-16']]);
  expect(await told(file)).toEqual([]);
  expect(await file.commit()).toMatchObject({ added: 1 });
  expect(gridsOf('何来英')).toEqual(['东岭第二网格']);
});

test('a first day before somebody moves out in the same file is refused', async () => {
  const file = await readWithFirstDays([
    ['赵德清', '', '19932609546', ...second, '', ''],
    [...later, ...village, '2020.01', ''],
  ]);
  expect(await told(file)).toEqual([
    [
      3,
      '参加工作时间',
      '“东岭第一网格”到 2026-09-27 一直由赵德清任职，高后来不能从 2020-01-01 起在这里上岗。请在表中写明“上岗日期”（2026-09-28 或以后），或在“对应列”里选参加工作时间“不是”上岗日期',
    ],
  ]);
  expect(await file.commit()).toMatchObject({ changed: 1, leftOut: 1 });
});

test('whoever follows tomorrow is in the way of somebody who would stay', async () => {
  program.office().change({ actor: nobody, kind: 'x', summary: '明日接任' }, (change) =>
    openPosting(change, {
      workerId: street.workers.idle,
      gridId: street.grids.second,
      firstDay: '2026-10-01',
      precision: 'day',
    }),
  );
  const file = await read([[...newcomer, ...second, '', '']]);
  expect(await told(file)).toEqual([
    [2, '网格编码', '“东岭第二网格”自 2026-10-01 起已安排周未安任职，不能再安排何来英。请先撤销或更正那次安排'],
  ]);
});

test('an effective day that would overlap is told as soon as it is chosen', async () => {
  const file = await read([['赵德清', '', '19932609546', ...second, '', '']]);
  expect((await file.summary()).counts).toMatchObject({ changed: 1, refused: 0 });
  await file.ask('chooseEffectiveDay', { effectiveDay: '2026-09-10' });
  expect(await told(file)).toEqual([
    [
      2,
      '网格编码',
      '“东岭第二网格”到 2026-09-15 一直由孙立国任职，赵德清不能从 2026-09-10 起在这里上岗。请把“调整生效的日期”改为 2026-09-16 或以后',
    ],
  ]);
  await file.ask('chooseEffectiveDay', { effectiveDay: '2022-03-01' });
  expect(await told(file)).toMatchObject([
    [2, '网格编码', expect.stringContaining('赵德清自 2022-03-01 才到“东岭第一网格”上岗')],
  ]);
  await file.ask('chooseEffectiveDay', { effectiveDay: '2026-09-16' });
  expect(await told(file)).toEqual([]);
  expect(await file.commit()).toMatchObject({ changed: 1 });
});

test('a worker who holds several grids is at home in each of them, and moves from the main one', async () => {
  program.office().change({ actor: nobody, kind: 'x', summary: '兼任' }, (change) =>
    openPosting(change, {
      workerId: street.workers.zhao,
      gridId: street.grids.second,
      firstDay: '2026-09-20',
      precision: 'day',
      additional: true,
    }),
  );
  for (const grid of [village, second])
    expect((await (await read([['赵德清', '', '19932609546', ...grid, '', '']])).summary()).counts).toMatchObject({ same: 1 });
  const gone = await read([['王秀英', idNumbers.wang, '', '阳东街社区', '371323001001001', '', '']]);
  expect((await gone.ask('gone', null)).filter(({ name }) => name === '赵德清')).toEqual([
    { workerId: street.workers.zhao, name: '赵德清', grid: '东岭第一网格、东岭第二网格' },
  ]);
  // Whoever moves leaves the main grid only: the other stays taken.
  const moving = await read([
    ['赵德清', '', '19932609546', ...manor, '', ''],
    ['李建国', idNumbers.li, '', ...village, '', ''],
    [...later, ...second, '', ''],
  ]);
  expect(await told(moving)).toEqual([[4, '网格编码', '“东岭第二网格”现在是赵德清在岗，请先办理赵德清的离岗或调整']]);
  const { after } = await moving.summary();
  expect(after).toMatchObject({ onDuty: { before: 5, after: 5 }, transferred: 2 });
  await moving.commit();
  expect(gridsOf('赵德清')).toEqual(['沂河名郡网格', '东岭第二网格']);
  expect(gridsOf('李建国')).toEqual(['东岭第一网格']);
});

test('the day from which somebody is moved is shown, also where the file says another', async () => {
  const file = await readWithFirstDays([
    ['赵德清', '', '19932609546', ...second, '2018.05', ''],
    ['李建国', idNumbers.li, '', ...village, '', testDay],
    [...later, ...manor, '', testDay],
  ]);
  const shown = async (tab: 'new' | 'changed') =>
    (await file.ask('rows', { tab, offset: 0, limit: 5 })).map(({ cells }) => cells.firstDay);
  expect(await shown('changed')).toEqual([{ value: testDay, note: '生效日期，表中写 2018.05' }, { value: testDay }]);
  expect(await shown('new')).toEqual([{ value: testDay }]);
});

test('a row that waits for one that is refused is refused too', async () => {
  const file = await read([
    ['赵德清', '', '19932609546', ...manor, '', ''],
    [...later, ...village, '', ''],
  ]);
  expect((await told(file)).map(([row]) => row)).toEqual([2, 3]);
});
