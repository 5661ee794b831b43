// Whose pictures the pictures of a sheet are: by the row and the column that hold their middle, a merged cell's picture by the rows
// it spans, and of tables beside each other by the one it lies in. Nothing is guessed: what lies beside nobody, or beside several, is
// left out with its reason.
import { rowNumber } from '../../../shared/imports/rowNumber.ts';
import { columnLetters } from '../../../shared/rules/columnLetters.ts';
import type { ReadSheet } from '../../ground/excel/book.ts';
import { type BookPictures, pictureFaults, type PictureSource } from '../../ground/excel/pictures.ts';

/** A table that is read, by its place among them. Rows and columns count from 0 as those of the sheet's `rows`. */
export type PeopledTable = {
  index: number;
  firstColumn: number;
  lastColumn: number;
  titles: readonly string[];
  people: readonly number[];
};

/** `row` is the person's number in the import. Its column by the sheet, by Excel's letters, and by the last part of its title. */
export type PlacedPicture = { row: number; column: number; letters: string; title: string; source: PictureSource };

/** `row` as the sheet numbers it, from 1. */
export type LeftOutPicture = { row: number; reason: string };

type Spot = { row: number; otherRow: number | null; column: number; source: PictureSource };

/** A column left of all that hold something is below 0. */
const spotsOf = (sheet: ReadSheet, pictures: BookPictures): Spot[] => [
  ...(pictures.bySheet.get(sheet.name) ?? []).map(({ row, otherRow, column, source }) => ({
    row,
    otherRow,
    column: column - sheet.firstColumn,
    source,
  })),
  ...sheet.cellPictures.map(({ row, column, name }) => ({
    row,
    otherRow: null,
    column,
    source: pictures.byName.get(name) ?? { fault: pictureFaults.missing },
  })),
];

/** Of tables beside each other the one that a column lies in, or else follows. */
function tableAt(tables: readonly PeopledTable[], column: number): PeopledTable | undefined {
  const fromLeft = tables.toSorted((one, other) => one.firstColumn - other.firstColumn);
  return fromLeft.findLast(({ firstColumn }) => firstColumn <= column) ?? fromLeft[0];
}

export function placePictures(
  sheet: ReadSheet,
  tables: readonly PeopledTable[],
  pictures: BookPictures,
): { placed: PlacedPicture[]; leftOut: LeftOutPicture[] } {
  const placed: PlacedPicture[] = [];
  const leftOut: LeftOutPicture[] = [];
  const peopled = new Map<number, PeopledTable[]>();
  for (const table of tables) for (const row of table.people) peopled.set(row, [...(peopled.get(row) ?? []), table]);
  for (const { row, otherRow, column, source } of spotsOf(sheet, pictures)) {
    const merge = sheet.merges.find(
      (area) => row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn,
    );
    const [firstRow, lastRow] = merge ? [merge.firstRow, merge.lastRow] : [row, row];
    const beside: { row: number; table: PeopledTable }[] = [];
    for (let at = firstRow; at <= lastRow && beside.length < 2; at++) {
      const table = tableAt(peopled.get(at) ?? [], column);
      if (table) beside.push({ row: at, table });
    }
    const [person] = beside;
    const isOverTwo = otherRow !== null && (otherRow < firstRow || otherRow > lastRow);
    if (isOverTwo && (person || tableAt(peopled.get(otherRow) ?? [], column)))
      leftOut.push({
        row: row + 1,
        reason: `正好压在第 ${Math.min(row, otherRow) + 1} 行和第 ${Math.max(row, otherRow) + 1} 行上，分不清是哪一行的`,
      });
    else if (!person) leftOut.push({ row: row + 1, reason: '不在读入的人员行里' });
    else if (beside.length > 1)
      leftOut.push({ row: row + 1, reason: `在合并的第 ${firstRow + 1} 到 ${lastRow + 1} 行里，分不清是谁的` });
    else {
      const own = merge?.firstColumn ?? column;
      const { index, firstColumn, titles } = person.table;
      placed.push({
        row: rowNumber(index, person.row + 1),
        column: own,
        letters: columnLetters(own + sheet.firstColumn),
        title: titles[own - firstColumn]?.split('/').at(-1) ?? '',
        source,
      });
    }
  }
  return { placed, leftOut };
}
