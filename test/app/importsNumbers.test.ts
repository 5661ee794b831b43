// What an import's preview may say of a person's ID number: it is held against the roster's where a file gives one, and no list of what
// the number may be finds out which one it is.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkCharacterOf } from '../../shared/rules/idNumber.ts';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram } from '../harness/program.ts';
import { idNumbers, makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
  makeStreet(program.office());
});
afterEach(() => program.close());

const titles = ['姓名', '身份证号', '联系电话', '社区', '网格编码', '上岗日期'];
const read = (...rows: string[][]): Promise<ImportCalls> => ImportCalls.judged(program.deps, [titles, ...rows]);
const east = ['阳东街社区', '371323001001001', ''];

/** Everything that a list shows of 王秀英's number leaves open. */
const candidates = Array.from({ length: 30 * 100 }, (_, index) => {
  const digits = `${idNumbers.wang.slice(0, 10)}09${String(1 + (index % 30)).padStart(2, '0')}${String(Math.floor(index / 30)).padStart(2, '0')}5`;
  return digits + checkCharacterOf(digits);
}).filter((number) => number.endsWith(idNumbers.wang.slice(-2)));

/** All that the preview says of a row, but for what the row itself says. */
const saidOf = (file: ImportCalls): string[] =>
  file.rows('refused').map(({ outcome, grid, ticked, photo, cells, name, issues }) =>
    JSON.stringify({
      outcome,
      grid,
      ticked,
      photo,
      name: name.replaceAll(/\d+|甲../g, ''),
      cells: Object.keys(cells),
      issues: issues.map(({ reason, value }) => [reason.replaceAll(/（.*）/g, ''), value]),
    }).replaceAll(/\d+|甲../g, ''),
  );

test('a list of all that the number may be learns nothing, whatever else its rows say', async () => {
  expect(candidates).toContain(idNumbers.wang);
  expect(candidates.length).toBeGreaterThan(200);
  const lists: ((number: string, index: number) => string[])[] = [
    (number) => ['王秀英', number, '', ...east],
    (number) => ['王秀英', number, '15035060152', ...east],
    (number) => ['王秀英', number, '', '', '', ''],
    (number, index) => ['王秀英', number, '', '东岭村', `37132300120${1100 + index}`, ''],
    (number, index) => [`甲${'一二三四五六七八九'.charAt(index % 9)}${'东西南北中'.charAt(index % 5)}`, number, '', ...east],
    (number) => ['何来英', number, `139${number.slice(-8, -2)}52`, '东岭村', '371323001201002', '2020-01-01'],
  ];
  for (const row of lists) {
    const file = await read(...candidates.map(row));
    expect(file.summary().counts).toMatchObject({ same: 0, changed: 0, new: 0, held: 0, refused: candidates.length });
    const said = saidOf(file);
    const right = said[candidates.indexOf(idNumbers.wang)];
    const alike = said.filter((one) => one === right).length;
    expect(alike).toBe(said.length);
  }
});

test('four at the end of a hidden number say no more than two', async () => {
  const hidden = Array.from({ length: 100 }, (_, index) => `371323********${String(index).padStart(2, '0')}59`);
  for (const masked of hidden.slice(60, 75)) {
    const file = await read(['王秀英', masked, '15035060152', ...east]);
    expect(file.rows('same')[0]?.cells.idNumber).toEqual({ value: '371323**********59', note: '与台账相符，不改' });
  }
  const whole = await read(
    ['王秀英', idNumbers.wang, '', ...east],
    ['王秀英', hidden[7] ?? '', '', '东岭村', '371323001201002', ''],
  );
  expect(whole.issues().some(({ field }) => field === 'idNumber')).toBe(false);
  const wrong = await read(['王秀英', '371323********9658', '15035060152', ...east]);
  expect(wrong.rows('refused')[0]?.issues[0]?.reason).toContain('号码露出的几位与台账中的不一致');
});

test('one person with two numbers is told so in both rows, and goes in once one is mended', async () => {
  const other = '371323196309059654';
  const number = other.slice(0, 17) + checkCharacterOf(other.slice(0, 17));
  const file = await read(['王秀英', idNumbers.wang, '', ...east], ['王秀英', number, '', ...east]);
  expect(file.issues().map(({ row, level, reason }) => [row, level, reason])).toEqual([
    [2, 'refuse', '同一个人写了 2 个不同的身份证号（与第 3 行），请对照原件改正'],
    [3, 'refuse', '同一个人写了 2 个不同的身份证号（与第 2 行），请对照原件改正'],
  ]);
  await file.mend(3, 'idNumber', idNumbers.wang);
  expect(file.rows('changed').map(({ row }) => row)).toEqual([2]);
});

test('two of one name in two grids with a number each are two people', async () => {
  const file = await read(
    ['何来英', '371323198001010115', '13905390011', '东岭村', '371323001201002', ''],
    ['何来英', '371323199205054310', '13905390012', '东岭村', '371323001201001', ''],
  );
  expect(file.issues().some(({ reason }) => reason.includes('个不同的身份证号'))).toBe(false);
});

test('a number with a character inside is hidden under whatever title, two mobiles are shown whole', async () => {
  const broken = `${idNumbers.wang.slice(0, 9)}王${idNumbers.wang.slice(10)}`;
  const wide = ['姓名', '身份证号', '联系电话', '社区', '文化程度', '出生年月', '备注'];
  const own = ['何来英', '', '13905390011', '东岭村', '', '', ''];
  const rows = wide.map((_, column) => own.map((cell, index) => (index === column ? broken : cell)));
  const file = await ImportCalls.judged(program.deps, [wide, ...rows]);
  const shown = JSON.stringify([file.state(), file.summary(), file.rows('refused'), file.rows('held'), file.rows('new')]);
  expect(shown).not.toContain(idNumbers.wang.slice(10));
  const glued = await ImportCalls.judged(program.deps, [wide, ['何来英', '', '1390539001113905390012', '东岭村', '', '', '']]);
  expect(glued.issues().find(({ field }) => field === 'mobile')?.value).toBe('1390539001113905390012');
  expect(JSON.stringify(glued.state().columns)).toContain('1390539001113905390012');
});
