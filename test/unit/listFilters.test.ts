// A list's filters as data, its acts, and what folds: the words of what is shown, whether anything is filtered, what fits.
import { expect, test } from 'vitest';
import { type Act, offeredOf, offersOn, whyNot } from '../../renderer/ui/act.ts';
import {
  type AnyFilter,
  type Filter,
  isFiltered,
  narrowedTo,
  nothingFiltered,
  satisfiedBy,
} from '../../renderer/ui/list/filter.ts';
import { fitting, widthOf } from '../../renderer/ui/useWidth.ts';

type Search = {
  branch?: number;
  kind?: 'urban' | 'rural';
  vacant?: 1;
  asOf?: string;
  place?: number;
  search?: string;
};
const filters: readonly Filter<Search>[] = [
  { kind: 'link', key: 'place', words: () => '石桥社区' },
  { kind: 'day', key: 'asOf', label: '统计日期', width: 200, today: '2026-09-28' },
  { kind: 'switch', key: 'vacant', label: '是否空缺', width: 1, words: ['全部网格', '只看空缺'], satisfied: '没有空缺的网格' },
  { kind: 'choice', key: 'branch', label: '社区总支', width: 1, choices: [{ value: 3, label: '石桥' }] },
  { kind: 'choice', key: 'kind', label: '类别', width: 1, choices: [{ value: 'urban', label: '城市' }] },
  { kind: 'search', key: 'search', placeholder: '网格', width: 1 },
];
const every = filters as readonly AnyFilter[];

test('what a list is narrowed to is said in the order of its filters', () => {
  expect(narrowedTo(every, { branch: 3, kind: 'urban' })).toBe('社区总支 石桥、类别 城市');
  expect(narrowedTo(every, { search: '王', vacant: 1, place: 8 })).toBe('石桥社区、只看空缺、查找“王”');
  expect(narrowedTo(every, { asOf: '2026-06-30' })).toBe('');
  expect(narrowedTo(every, { branch: 99 })).toBe('社区总支 99');
  expect(narrowedTo(every, {})).toBe('');
});

test.each([
  '371323196905050095',
  '371323 19690505 0095',
  '３７１３２３１９６９０５０５００９５',
  '371323690505009',
  '王 371323196905050095',
])('a search for the ID number %s is said, but no part of the number', (search) =>
  expect(narrowedTo(every, { search, vacant: 1 })).toBe('只看空缺、查找身份证号'),
);

test('other numbers that are searched are said', () => {
  for (const search of ['371302014001001', '13905391234', '0539-2251234 13905391234', '37132', '2026-09-28'])
    expect(narrowedTo(every, { search })).toBe(`查找“${search}”`);
});

test('what narrows a list though nobody chose it is said too', () => {
  const status: AnyFilter = {
    kind: 'choice',
    key: 'status',
    label: '状态',
    width: 1,
    none: '在岗',
    narrows: true,
    choices: [{ value: 'left', label: '已离岗' }],
  };
  expect(narrowedTo([status, ...every], { search: '王' })).toBe('状态 在岗、查找“王”');
  expect(narrowedTo([status], { status: 'left' })).toBe('状态 已离岗');
  expect(isFiltered([status], {})).toBe(false);
});

test('today, the order and the open row narrow nothing', () => {
  expect(isFiltered(every, { asOf: '2026-09-28', sort: 'name', open: 5 })).toBe(false);
  expect(isFiltered(every, { asOf: '2026-06-30' })).toBe(true);
  expect(Object.keys(nothingFiltered(every))).toEqual(['place', 'asOf', 'vacant', 'branch', 'kind', 'search']);
});

test('an empty list is good news only where its one filter says so', () => {
  expect(satisfiedBy(every, { vacant: 1 })).toBe('没有空缺的网格');
  expect(satisfiedBy(every, { vacant: 1, branch: 3 })).toBeUndefined();
  expect(satisfiedBy(every, { branch: 3 })).toBeUndefined();
});

test('an act is left out, offered, or offered with the reason why not', () => {
  const done: string[] = [];
  type Row = { name: string; held: boolean };
  const acts: readonly Act<Row>[] = [
    { name: 'assign', words: '指派', when: ({ held }) => !held, run: ({ name }) => void done.push(name) },
    { name: 'board', words: ({ name }) => `打印${name}`, when: ({ held }) => held || '空缺', run: () => void done.push('board') },
    { name: 'roster', words: '花名册', many: { words: '花名册', run: () => undefined } },
  ];
  const [board, ...rest] = offersOn(acts, { name: '甲', held: true });
  expect([board?.words, board?.hindrance, rest]).toEqual(['打印甲', undefined, []]);
  const offers = offersOn(acts, { name: '乙', held: false });
  expect(offers.map(({ words, hindrance }) => [words, hindrance])).toEqual([
    ['指派', undefined],
    ['打印乙', '空缺'],
  ]);
  for (const { run } of offers) run();
  expect(done).toEqual(['乙']);
  expect(offeredOf(offers, '乙').map(({ name, about }) => [name, about])).toEqual([['指派', '乙']]);
  expect(acts[1] && whyNot(acts[1], { name: '乙', held: false })).toBe('空缺');
});

test('what fits is counted with the room of what holds the rest', () => {
  expect(fitting([100, 100, 100], 8, 316, 50)).toBe(3);
  expect(fitting([100, 100, 100], 8, 315, 50)).toBe(2);
  expect(fitting([100, 100, 100], 8, 100, 50)).toBe(0);
  expect(widthOf('导出 159 人', 1)).toBe(3 * 15 + 5 * 9);
});
