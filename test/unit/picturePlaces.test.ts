// Whose pictures the pictures of a sheet are, by row, column and merged cells.
import { expect, test } from 'vitest';
import { plainSheet } from '../../main/ground/excel/book.ts';
import { noPictures, type PictureSource, plainLook } from '../../main/ground/excel/pictures.ts';
import { placePictures } from '../../main/rooms/imports/picturePlaces.ts';

const source = (part: string): PictureSource => ({ part, look: plainLook });
const placed = (at: [row: number, column: number], sheet: Parameters<typeof plainSheet>[2] = {}) => {
  const own = {
    ...noPictures(),
    bySheet: new Map([['甲', [{ row: at[0], column: at[1], inCell: false, source: source('a') }]]]),
  };
  const { byColumn, leftOut } = placePictures(plainSheet('甲', [], sheet), [2, 3, 4], own);
  return [...byColumn]
    .flatMap(([column, rows]) => [...rows.keys()].map((row) => [row, column]))
    .concat(leftOut.map(({ row, reason }) => [row, reason] as never));
};
const merge = (firstRow: number, lastRow: number, firstColumn: number, lastColumn = firstColumn) => ({
  firstRow,
  lastRow,
  firstColumn,
  lastColumn,
});

test.each([
  ['beside a person', [3, 5], {}, [[3, 5]]],
  ['in the title', [0, 5], {}, [[0, '不在人员所在的行']]],
  ['below the people', [9, 5], {}, [[9, '不在人员所在的行']]],
  ['of a merge that holds one person', [5, 5], { merges: [merge(4, 6, 5)] }, [[4, 5]]],
  ['of a merge over two columns', [3, 6], { merges: [merge(3, 3, 5, 6)] }, [[3, 5]]],
  ['of a merge over two people', [3, 5], { merges: [merge(2, 3, 5)] }, [[3, '在合并的第 3 到 4 行里，分不清是谁的']]],
  ['of a merge elsewhere', [3, 5], { merges: [merge(2, 3, 4)] }, [[3, 5]]],
  ['where empty columns at the left were left out', [3, 252], { firstColumn: 247 }, [[3, 5]]],
  ['left of the table', [3, 0], { firstColumn: 2 }, [[3, -2]]],
] as [string, [number, number], Parameters<typeof plainSheet>[2], unknown[]][])('%s', (_, at, sheet, expected) =>
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
  const { byColumn } = placePictures(sheet, [2, 3], { ...noPictures(), byName: new Map([['ID_A', source('a')]]) });
  expect(byColumn.get(1)).toEqual(
    new Map([
      [2, [source('a')]],
      [3, [{ fault: '文件里只有图片的编号，没有图片本身' }]],
    ]),
  );
});
