// Whose pictures the pictures of a sheet are: by the row and the column that hold their middle, a merged cell's picture by the rows
// it spans. Nothing is guessed: what lies beside nobody, or beside several, is left out with its reason.
import type { ReadSheet } from '../../ground/excel/book.ts';
import { type BookPictures, pictureFaults, type PictureSource } from '../../ground/excel/pictures.ts';

/** Rows and columns count as those of the sheet's `rows`; a column left of them all is below 0. */
export type PlacedPictures = {
  /** By column, then by the row of the person. */
  byColumn: ReadonlyMap<number, ReadonlyMap<number, readonly PictureSource[]>>;
  leftOut: readonly { row: number; reason: string }[];
};

type Spot = { row: number; column: number; source: PictureSource };

const spotsOf = (sheet: ReadSheet, pictures: BookPictures): Spot[] => [
  ...(pictures.bySheet.get(sheet.name) ?? []).map(({ row, column, source }) => ({
    row,
    column: column - sheet.firstColumn,
    source,
  })),
  ...sheet.cellPictures.map(({ row, column, name }) => ({
    row,
    column,
    source: pictures.byName.get(name) ?? { fault: pictureFaults.missing },
  })),
];

/** @param people the rows of the sheet that are people */
export function placePictures(sheet: ReadSheet, people: readonly number[], pictures: BookPictures): PlacedPictures {
  const isPerson = new Set(people);
  const byColumn = new Map<number, Map<number, PictureSource[]>>();
  const leftOut: { row: number; reason: string }[] = [];
  const leave = (row: number, reason: string): void => void leftOut.push({ row, reason });
  for (const { row, column, source } of spotsOf(sheet, pictures)) {
    const merge = sheet.merges.find(
      (area) => row >= area.firstRow && row <= area.lastRow && column >= area.firstColumn && column <= area.lastColumn,
    );
    const [firstRow, lastRow] = merge ? [merge.firstRow, merge.lastRow] : [row, row];
    const beside: number[] = [];
    for (let at = firstRow; at <= lastRow && beside.length < 2; at++) if (isPerson.has(at)) beside.push(at);
    const [person] = beside;
    if (person === undefined) {
      leave(row, '不在人员所在的行');
      continue;
    }
    if (beside.length > 1) {
      leave(row, `在合并的第 ${firstRow + 1} 到 ${lastRow + 1} 行里，分不清是谁的`);
      continue;
    }
    const own = merge?.firstColumn ?? column;
    const rows = byColumn.get(own) ?? new Map<number, PictureSource[]>();
    rows.set(person, [...(rows.get(person) ?? []), source]);
    byColumn.set(own, rows);
  }
  return { byColumn, leftOut };
}
