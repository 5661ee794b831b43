// What stands in a cell that shows a picture is never data. In WPS it is a formula, =DISPIMG("ID_…",1): the cell is empty and says
// which picture it shows, be it that only the formula's text was left of it. In Excel it reads as an error.
import type { Book, ReadSheet } from './book.ts';
import type { BookPictures } from './pictures.ts';

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

/** Without the errors as which cells of Excel 365 read that hold a picture. */
export const withoutPictureErrors = (book: Book, { bySheet }: BookPictures): Book => ({
  ...book,
  sheets: book.sheets.map((sheet) => {
    const inCells = (bySheet.get(sheet.name) ?? []).filter((picture) => picture.inCell);
    if (inCells.length === 0) return sheet;
    const rows = [...sheet.rows];
    for (const { row, column } of inCells) {
      const [own, at] = [rows[row], column - sheet.firstColumn];
      if (own?.[at] !== undefined) rows[row] = own.with(at, null);
    }
    return { ...sheet, rows };
  }),
});
