// Where a row's person stands: by the grid's name as well as the place's, by the roster where the file says no place, and never at
// another grid than the one that was written without a word.
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ImportOptions } from '../../shared/imports/wizard.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
  makeStreet(program.office());
});
afterEach(() => program.close());

const titles = ['姓名', '联系电话', '社区', '网格名称'];
const read = (rows: string[][], options: Partial<ImportOptions> = {}, heads = titles): Promise<ImportCalls> =>
  ImportCalls.judged(program.deps, [heads, ...rows], options);
const told = (file: ImportCalls) => file.issues().map(({ row, column, value, reason }) => [row, column, value, reason]);
const standing = () =>
  program
    .office()
    .db.prepare<[], string>(
      `SELECT worker.name || ' ' || grid_version.name FROM posting JOIN worker ON worker.id = posting.worker_id
       JOIN grid_version ON grid_version.grid_id = posting.grid_id WHERE posting.last_day IS NULL ORDER BY posting.id`,
    )
    .pluck()
    .all();

test('a grid that the community doesn’t have is told, whatever its only grid is', async () => {
  const file = await read([['何来英', '13805391234', '阳东街社区', '第九网格']]);
  expect(told(file)).toEqual([
    [2, '网格名称', '第九网格', expect.stringContaining('“阳东街社区”没有叫这个名称的网格，有“阳东街社区网格”')],
  ]);
});

test('a grid of another place is told with that place, even where new places may be made', async () => {
  const row = ['何来英', '13805391234', '阳东街社区', '东岭第一网格'];
  for (const mayCreatePlaces of [false, true])
    expect(told(await read([row], { mayCreatePlaces }))).toEqual([
      [2, '网格名称', '东岭第一网格', '“东岭第一网格”是“东岭村”的网格，与本行的“阳东街社区”不符，请核对'],
    ]);
});

test.each(['阳东街社区网格', '阳东街网格', '阳东街居委会'])('%s is the community’s own grid', async (gridName) => {
  const file = await read([['王秀英', '15035060152', '阳东街社区', gridName]]);
  expect(told(file)).toEqual([]);
  expect(file.summary().counts).toMatchObject({ same: 1 });
});

test('a grid of a compound is found by its name alone under its community', async () => {
  const file = await read([['李建国', '15391112395', '阳东街社区', '沂河名郡网格']]);
  expect(told(file)).toEqual([]);
  expect(file.summary().counts).toMatchObject({ same: 1 });
});

test('a file without places finds its people by their ID numbers, and its grids by their only name', async () => {
  const heads = ['姓名', '身份证号', '网格名称', '备注'];
  const file = await read(
    [
      ['王秀英', idNumbers.wang, '', '骨干'],
      ['何来英', '', '东岭第二网格', ''],
      ['高后来', '', '', ''],
    ],
    {},
    heads,
  );
  expect(file.rows('changed')).toMatchObject([{ name: '王秀英', cells: { note: { value: '骨干' } } }]);
  expect(told(file).map(([row, , , reason]) => [row, reason])).toContainEqual([
    4,
    '没有写社区（村居），无法确定是哪个网格，请补上',
  ]);
  expect(file.rows('new')).toMatchObject([{ name: '何来英' }]);
  await file.commit();
  expect(standing()).toEqual(expect.arrayContaining(['王秀英 阳东街社区网格', '何来英 东岭第二网格']));
});

test('two of one grid are asked by the cell that names it, and a mend there changes the grid', async () => {
  const rows = [
    ['何来英', '13805391234', '新来社区', '第一网格'],
    ['高后来', '13805391235', '新来社区', '第一网格'],
  ];
  const file = await read(rows, { mayCreatePlaces: true });
  expect(told(file).map(([row, column, value]) => [row, column, value])).toEqual([
    [2, '网格名称', '第一网格'],
    [3, '网格名称', '第一网格'],
  ]);
  await file.mend(3, 'gridName', '第二网格');
  expect(file.rows('new').map(({ name, grid }) => `${name} ${grid}`)).toEqual([
    '何来英 新来社区 第一网格',
    '高后来 新来社区 第二网格',
  ]);
});
