// 东风社区 and 东风村 are two places, whatever the order of the rows and whichever of them the office has; 东风 alone is asked back where
// it may be either; 阳光 and 阳光小区 of one community are one compound.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ImportCalls } from '../harness/importCalls.ts';
import { openProgram } from '../harness/program.ts';
import { makeStreet } from '../harness/street.ts';

let program: ReturnType<typeof openProgram>;
beforeEach(() => {
  program = openProgram();
});
afterEach(() => program.close());

const titles = ['姓名', '联系电话', '社区', '小区', '网格名称'];
const names = ['赵建国', '李桂', '周建兰', '冯萍国', '陈芳'];
const rowsOf = (places: string[][]): string[][] =>
  places.map(([community = '', compound = ''], index) => [
    names[index] ?? '',
    `1395391230${index}`,
    community,
    compound,
    `第${index + 1}网格`,
  ]);
const read = (places: string[][], options = {}): Promise<ImportCalls> =>
  ImportCalls.judged(program.deps, [titles, ...rowsOf(places)], options);
const stored = (level: string): unknown[] =>
  program
    .office()
    .db.prepare(
      `SELECT version.name FROM place JOIN place_version AS version ON place_id = place.id WHERE level = ? ORDER BY version.name`,
    )
    .pluck()
    .all(level);
const told = (file: ImportCalls): unknown[] => file.issues().map(({ row, level, reason }) => [row, level, reason]);
const either = '可能是“东风社区”，也可能是“东风村”，请写全称';

test('two sorts of one name are two communities, two spellings of one sort are one, and that is shown', async () => {
  const file = await read([['东风社区'], ['东风村'], ['东风居委会'], ['东风村委会']]);
  expect(told(file)).toEqual([]);
  expect(file.rows('new').map(({ cells }) => cells.community)).toMatchObject([
    { value: '东风社区' },
    { value: '东风村' },
    { value: '东风社区', tidied: '东风居委会' },
    { value: '东风村', tidied: '东风村委会' },
  ]);
  await file.commit();
  expect(stored('community')).toEqual(['东风村', '东风社区']);
});

test('a bare name beside both is asked back, in whatever order', async () => {
  expect(told(await read([['东风'], ['东风社区'], ['东风村']]))).toEqual([[2, 'refuse', either]]);
  expect(told(await read([['东风村'], ['东风社区'], ['东风']]))).toEqual([[4, 'refuse', either]]);
  const one = await read([['东风'], ['东风村']]);
  expect(told(one)).toEqual([]);
  await one.commit();
  expect(stored('community')).toEqual(['东风']);
});

test('what the office has only of the other sort is offered, and made where somebody says that it is another place', async () => {
  makeStreet(program.office());
  const refused = await read([['东岭社区'], ['阳东街村']]);
  expect(told(refused)).toEqual([
    [2, 'refuse', '台账中没有这个社区，可能是“东岭村”'],
    [3, 'refuse', '台账中没有这个村，可能是“阳东街社区”'],
  ]);
  expect(refused.rows('refused').map(({ issues }) => issues[0]?.offers[0]?.value)).toEqual(['东岭村', '阳东街社区']);
  const file = await read([['东岭社区'], ['东岭居委会']], { mayCreatePlaces: true });
  expect(told(file).slice(0, 1)).toEqual([
    [2, 'confirm', '台账中没有“东岭社区”，有“东岭村”。是同一个地方的请改成“东岭村”，不是的请确认新增'],
  ]);
  expect(file.rows('held').map(({ row }) => row)).toEqual([2, 3]);
  expect(file.rows('held')[0]?.issues[0]?.offers[0]).toMatchObject({ field: 'community', value: '东岭村' });
  await file.decide(2, 'community', 'apart');
  await file.decide(3, 'community', 'apart');
  await file.commit();
  expect(stored('community')).toEqual(['东岭村', '东岭社区', '阳东街社区', '阳西街社区']);
  // A bare name is that of the one, until there are two.
  expect(told(await read([['东岭'], ['阳东街']])).slice(0, 1)).toEqual([
    [2, 'refuse', '可能是“东岭社区”，也可能是“东岭村”，请写全称'],
  ]);
});

test('a compound is one with and without the word for it', async () => {
  const file = await read([
    ['东风社区', '阳光'],
    ['东风社区', '阳光小区'],
    ['东风社区', '阳光居民小区'],
    ['西风社区', '阳光小区'],
  ]);
  expect(told(file)).toEqual([]);
  expect(file.rows('new').map(({ cells }) => cells.compound)).toMatchObject([
    { value: '阳光' },
    { value: '阳光', tidied: '阳光小区' },
    { value: '阳光', tidied: '阳光居民小区' },
    { value: '阳光小区' },
  ]);
  await file.commit();
  expect(stored('compound')).toEqual(['阳光', '阳光小区']);
});
