// Ticks count: whoever waits for a grid can't come while the row of whoever leaves it isn't ticked, and the preview says so at once.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram } from '../harness/program.ts';
import { dump, idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
let street: ReturnType<typeof makeStreet>;
beforeEach(() => {
  program = openProgram();
  street = makeStreet(program.office());
});
afterEach(() => program.close());

/** 赵德清 (2) goes to the vacant grid, 李建国 (3) to his, 何来英 (4) to 李建国's. */
const chain = [
  ['赵德清', '', '19932609546', '东岭村', '371323001201002'],
  ['李建国', idNumbers.li, '', '东岭村', '371323001201001'],
  ['何来英', '', '13805391234', '阳东街社区', '371323001001002'],
];
const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码'];
const read = (rows: string[][] = chain): Promise<ImportCalls> => ImportCalls.judged(program.deps, [titles, ...rows]);
const told = (file: ImportCalls) => file.issues().map(({ row, reason }) => [row, reason]);
const waiting = [
  [3, '“东岭第一网格”现在是赵德清在岗，赵德清的调整（第 2 行）没有勾选。请先勾选第 2 行'],
  [4, '“沂河名郡网格”现在是李建国在岗，李建国的调整（第 3 行）现在不能写入。请先勾选第 2 行'],
];

test('whoever follows somebody whose row is unticked is told of it at once, and comes again with the tick', async () => {
  const file = await read();
  file.tick('changed', [2], false);
  expect(told(file)).toEqual(waiting);
  expect(file.summary()).toMatchObject({ counts: { new: 0, changed: 1, refused: 2 }, ticked: { new: 0, changed: 0 } });
  const before = dump(program.office());
  await expect(file.commit()).rejects.toThrow('没有勾选要写入的行');
  expect(dump(program.office())).toEqual(before);
  file.tick('changed', [2], true);
  expect(told(file)).toEqual([]);
  expect(await file.commit()).toMatchObject({ added: 1, changed: 2, leftOut: 0 });
});

test('what isn’t ticked itself stays where it can be ticked, in a ring of moves too', async () => {
  const file = await read();
  file.tick('changed', null, false);
  expect(file.summary()).toMatchObject({ counts: { new: 0, changed: 2, refused: 1 }, ticked: { new: 0, changed: 0 } });
  expect(told(file)).toEqual([[4, '“沂河名郡网格”现在是李建国在岗，李建国的调整（第 3 行）没有勾选。请先勾选第 3 行']]);
  file.tick('changed', null, true);
  expect(file.summary().ticked).toMatchObject({ new: 1, changed: 2 });
  const swap = await read([
    ['赵德清', '', '19932609546', '阳东街社区', '371323001001002'],
    ['李建国', idNumbers.li, '', '东岭村', '371323001201001'],
  ]);
  swap.tick('changed', [3], false);
  expect(told(swap)).toMatchObject([[2, expect.stringContaining('请先勾选第 3 行')]]);
  swap.tick('changed', [3], true);
  expect(await swap.commit()).toMatchObject({ changed: 2 });
});

test('ticks count too where the file is judged anew behind a colleague’s act', async () => {
  const file = await read();
  file.tick('changed', [3], false);
  expect(file.summary().counts).toMatchObject({ new: 0, changed: 2, refused: 1 });
  await program.as('other', '赵会计').roster.workers.revealIdNumber({ id: street.workers.wang });
  expect(await file.commit()).toMatchObject({ added: 0, changed: 1, leftOut: 2 });
});

test('whoever moves to another grid of the same name is a change too, and makes room', async () => {
  await program.caller.roster.grids.save({ id: street.grids.second, grid: { name: '东岭第一网格' }, effective: 'correction' });
  const [moving = []] = chain;
  const file = await read([moving, ['何来英', '', '13805391234', '东岭村', '371323001201001']]);
  expect(file.rows('changed').map(({ cells }) => cells.gridName)).toEqual([{ value: '另一个东岭第一网格', old: '东岭第一网格' }]);
  expect(await file.commit()).toMatchObject({ added: 1, changed: 1 });
});

test('a row that was not wanted makes room for nobody, whatever a colleague did meanwhile', async () => {
  const { roster } = program.as('other', '赵会计');
  const { workers, grids } = street;
  await roster.workers.save({ id: workers.idle, worker: { mobile: '13805391236' } });
  const file = await read([
    ['周未安', '', '13805391236', '阳西街社区', '371323001002002'],
    ['高后来', '', '13805391235', '东岭村', '371323001201002'],
  ]);
  expect(file.summary().counts).toMatchObject({ new: 1, refused: 1 });
  await roster.workers.assign({ workerId: workers.idle, gridId: grids.second, day: '2026-09-20' });
  await roster.workers.leave({ workerId: workers.shan, kind: 'resignation', day: '2026-09-20' });
  await expect(file.commit()).rejects.toThrow('第 3 行和预览时不一样了');
});
