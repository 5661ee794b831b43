// What stands in a cell that shows a picture is never data. In WPS it is a formula, =DISPIMG("ID_…",1): the cell is empty and says
// which picture it shows, be it that only the formula's text was left of it. In Excel 365 it reads as an error.
import type { ReadSheet } from './book.ts';
import type { BookPictures } from './pictures.ts';

const formula = /^\s*=?\s*(?:_xlfn\.)?DISPIMG\(\s*"([^"]*)"/i;

export const isPictureFormula = (text: string): boolean => formula.test(text);

/** The sheet with those cells empty, and those of WPS listed. @param sheet cut to its table */
export function withoutPictureCells(sheet: ReadSheet, { bySheet }: BookPictures): ReadSheet {
  const cellPictures: { row: number; column: number; name: string }[] = [];
  const emptied = new Map<number, number[]>();
  const empty = (row: number, column: number): void => void emptied.set(row, [...(emptied.get(row) ?? []), column]);
  for (const [row, cells] of sheet.rows.entries())
    for (const [column, cell] of cells.entries()) {
      const [, name] = typeof cell === 'string' ? (formula.exec(cell) ?? []) : [];
      if (name === undefined) continue;
      cellPictures.push({ row, column, name });
      empty(row, column);
    }
  for (const { row, column, inCell } of bySheet.get(sheet.name) ?? []) if (inCell) empty(row, column - sheet.firstColumn);
  if (emptied.size === 0) return sheet;
  const rows = sheet.rows.map((cells, row) => {
    const columns = new Set(emptied.get(row));
    if (columns.size === 0) return cells;
    const left = cells.map((cell, column) => (columns.has(column) ? null : cell));
    while (left.at(-1) === null) left.pop();
    return left;
  });
  const uncalculated = sheet.uncalculated.filter(({ row, column }) => !emptied.get(row)?.includes(column));
  const uncalculatedCount = sheet.uncalculatedCount - (sheet.uncalculated.length - uncalculated.length);
  return { ...sheet, rows, cellPictures, uncalculated, uncalculatedCount };
}
