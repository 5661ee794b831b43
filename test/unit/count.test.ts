// Numbers as they are typed: taken as they were meant, or refused in words.
import { describe, expect, test } from 'vitest';
import { groundBounds, readCount } from '../../shared/rules/count.ts';

describe('a count', () => {
  test.each([
    ['358', 358],
    ['３５８', 358],
    [' 3 5 8 ', 358],
    ['1,234', 1234],
    ['１，２３４，５６７', 1_234_567],
    ['007', 7],
    ['0', 0],
    ['100000000', 100_000_000],
    ['', null],
    ['　', null],
  ])('%j is %j', (typed, count) => expect(readCount(typed, groundBounds)).toEqual({ count }));

  test.each([
    'abc',
    '-5',
    '12.5',
    '1e3',
    '358户',
    '三百',
    '12,34',
    '1,2345',
    '0x10',
    '100000001',
    '99999999999',
    '1/2',
    '١٢',
    '+5',
  ])('%j is refused in words', (typed) =>
    expect(readCount(typed, groundBounds)).toEqual({ fault: `“${typed}”不能填在这里，请填 0 到 1 亿的整数` }),
  );

  test('has its bounds', () => {
    expect(readCount('2', { least: 3, most: 365 })).toEqual({ fault: '“2”不能填在这里，请填 3 到 365 的整数' });
    expect(readCount('365', { least: 3, most: 365 })).toEqual({ count: 365 });
  });
});
