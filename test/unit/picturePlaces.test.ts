// Whose pictures the pictures of a sheet are, by row, column and merged cells.
import { expect, test } from 'vitest';
import { plainSheet } from '../../main/ground/excel/book.ts';
import { noPictures, type PictureSource, plainLook } from '../../main/ground/excel/pictures.ts';
import { type PeopledTable, placePictures } from '../../main/rooms/imports/picturePlaces.ts';

const source = (part: string): PictureSource => ({ part, look: plainLook });
const table = (people: number[], firstColumn = 0, lastColumn = 4, index = 0): PeopledTable => ({
  index,
  firstColumn,
  lastColumn,
  titles: [],
  people,
});
const placed = (
  at: [row: number, column: number, otherRow?: number],
  sheet: Parameters<typeof plainSheet>[2] = {},
  tables: PeopledTable[] = [table([2, 3, 4])],
): unknown[] => {
  const own = {
    ...noPictures(),
    bySheet: new Map([['甲', [{ row: at[0], otherRow: at[2] ?? null, column: at[1], inCell: false, source: source('a') }]]]),
  };
  const found = placePictures(plainSheet('甲', [], sheet), tables, own);
  return [...found.placed.map(({ row, column }) => [row, column]), ...found.leftOut.map(({ row, reason }) => [row, reason])];
};
const merge = (firstRow: number, lastRow: number, firstColumn: number, lastColumn = firstColumn) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

test.each([
  ['beside a person', [3, 5], {}, [[4, 5]]],
  ['in the title', [0, 5], {}, [[1, '不在读入的人员行里']]],
  ['below the people', [9, 5], {}, [[10, '不在读入的人员行里']]],
  ['of a merge that holds one person', [5, 5], { merges: [merge(4, 6, 5)] }, [[5, 5]]],
  ['of a merge over two columns', [3, 6], { merges: [merge(3, 3, 5, 6)] }, [[4, 5]]],
  ['of a merge over two people', [3, 5], { merges: [merge(2, 3, 5)] }, [[4, '在合并的第 3 到 4 行里，分不清是谁的']]],
  ['of a merge elsewhere', [3, 5], { merges: [merge(2, 3, 4)] }, [[4, 5]]],
  ['where empty columns at the left were left out', [3, 252], { firstColumn: 247 }, [[4, 5]]],
  ['left of the table', [3, 0], { firstColumn: 2 }, [[4, -2]]],
  ['over two people alike', [3, 5, 4], {}, [[4, '正好压在第 4 行和第 5 行上，分不清是哪一行的']]],
  ['over a person and the header', [2, 5, 1], {}, [[3, '正好压在第 2 行和第 3 行上，分不清是哪一行的']]],
  ['over the header and a person', [1, 5, 2], {}, [[2, '正好压在第 2 行和第 3 行上，分不清是哪一行的']]],
  ['over two rows of nobody', [0, 5, 1], {}, [[1, '不在读入的人员行里']]],
  ['over two rows of one merge', [4, 5, 5], { merges: [merge(4, 6, 5)] }, [[5, 5]]],
  [
    'over a merge and the row above it',
    [4, 5, 3],
    { merges: [merge(4, 6, 5)] },
    [[5, '正好压在第 4 行和第 5 行上，分不清是哪一行的']],
  ],
] as [string, [number, number, number?], Parameters<typeof plainSheet>[2], unknown[]][])('%s', (_, at, sheet, expected) =>
  expect(placed(at, sheet)).toEqual(expected),
);

test('cells of WPS count where the sheet counts them; a name that the file hasn’t is a fault', () => {
  const sheet = plainSheet('甲', [], {
    firstColumn: 3,
    cellPictures: [
      { row: 2, column: 1, name: 'ID_A' },
      { row: 3, column: 1, name: 'ID_B' },
    ],
  });
  const { placed: found } = placePictures(sheet, [table([2, 3])], { ...noPictures(), byName: new Map([['ID_A', source('a')]]) });
  expect(found).toMatchObject([
    { row: 3, column: 1, letters: 'E', source: source('a') },
    { row: 4, column: 1, source: { fault: '文件里只有图片的编号，没有图片本身' } },
  ]);
});

test('of tables beside each other a picture belongs to the one it lies in, or else follows', () => {
  const tables = [table([2, 3], 0, 4), table([3], 5, 9, 1)];
  expect(placed([3, 4], {}, tables)).toEqual([[4, 4]]);
  expect(placed([3, 5], {}, tables)).toEqual([[100_004, 5]]);
  expect(placed([3, 12], {}, tables)).toEqual([[100_004, 12]]);
  expect(placed([2, 12], {}, tables)).toEqual([[3, 12]]);
});
