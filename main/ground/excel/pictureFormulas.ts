// WPS shows a picture in a cell by a formula, =DISPIMG("ID_…",1). Its text is never data: the cell is empty, and says which picture
// it shows, be it that only the formula's text was left of it.
import type { ReadSheet } from './book.ts';

const formula = /^\s*=?\s*(?:_xlfn\.)?DISPIMG\(\s*"([^"]*)"/i;

export const isPictureFormula = (text: string): boolean => formula.test(text);

/** The sheet with those cells empty and listed. */
export function withoutPictureFormulas(sheet: ReadSheet): ReadSheet {
  const cellPictures: { row: number; column: number; name: string }[] = [];
  const rows = sheet.rows.map((cells, row) => {
    let emptied = cells;
    for (const [column, cell] of cells.entries()) {
      const [, name] = typeof cell === 'string' ? (formula.exec(cell) ?? []) : [];
      if (name === undefined) continue;
      cellPictures.push({ row, column, name });
      emptied = emptied.with(column, null);
    }
    if (emptied !== cells) while (emptied.at(-1) === null) emptied.pop();
    return emptied;
  });
  return { ...sheet, rows, cellPictures };
}
